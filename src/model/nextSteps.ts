/** What people have to do after an apply, as far as it is known of this organization. */
export interface NextSteps {
  /** Users that were made. AWS invites nobody who is made through the API. */
  readonly users: readonly NewUser[];
  /** Member accounts that were made. */
  readonly accounts: readonly NewAccount[];
  /** Where people sign in, and where the console has them; absent when that was not read. */
  readonly signIn?: { readonly portal: string; readonly consoleUrl: string };
}

export interface NewUser {
  /** As they sign in. */
  readonly name: string;
  /** Whether org.yaml lets them reach any account; absent when org.yaml does not say who reaches what. */
  readonly reaches?: boolean;
}

export interface NewAccount {
  /** Its key in org.yaml. */
  readonly key: string;
  readonly id: string;
  readonly email: string;
  /** Whether org.yaml has its id. */
  readonly named: boolean;
  /** Whether org.yaml lets anybody reach it; absent when org.yaml does not say who reaches what. */
  readonly reached?: boolean;
  /** Whether AWS keeps its root user without credentials; absent when that was not read. */
  readonly rootless?: boolean;
}
