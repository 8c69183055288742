export { AccountClient as Client, GetAccountInformationCommand, PutAccountNameCommand } from "@aws-sdk/client-account";
