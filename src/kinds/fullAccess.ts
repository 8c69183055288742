/**
 * The policies that AWS attaches to everything while service or resource control policies are enabled. Their
 * attachments are left alone unless `policies:` has an entry of that name.
 */
const FULL_ACCESS: readonly string[] = ["FullAWSAccess", "RCPFullAWSAccess"];

export const isFullAccess = (name: string): boolean => FULL_ACCESS.includes(name);
