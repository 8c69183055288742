export {
  AccountClient as Client,
  DeleteAlternateContactCommand,
  GetAccountInformationCommand,
  GetAlternateContactCommand,
  PutAccountNameCommand,
  PutAlternateContactCommand,
} from "@aws-sdk/client-account";
