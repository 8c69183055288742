/** What the operating system calls the reason for its refusal: `ENOENT`. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "access denied",
  EADDRINUSE: "another program uses it",
  EBUSY: "another program uses it",
  EDQUOT: "the disk quota is used up",
  EEXIST: "it is there already",
  EFBIG: "it is too large",
  EINVAL: "the operating system does not take the name",
  EIO: "the disk failed",
  EISDIR: "it is a folder",
  ELOOP: "its links lead in a circle",
  EMFILE: "too many files are open",
  ENAMETOOLONG: "the name is too long",
  ENFILE: "too many files are open",
  ENOENT: "there is no such file",
  ENOSPC: "the disk is full",
  ENOTDIR: "a part of its path is not a folder",
  ENOTEMPTY: "the folder is not empty",
  EPERM: "the operating system does not permit it",
  EROFS: "the file system is read-only",
  ETXTBSY: "another program uses it",
  EXDEV: "it is on another file system",
  ERR_FS_FILE_TOO_LARGE: "it is too large",
  ERR_STRING_TOO_LONG: "it is too large",
};

/** Why the operating system refused, in words: nobody has to know its codes. */
export function reasonOf(error: unknown): string {
  const code = systemCode(error);
  if (code !== undefined && Object.hasOwn(REASONS, code)) return REASONS[code] ?? code;
  return error instanceof Error ? error.message : String(error);
}
