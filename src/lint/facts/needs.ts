/** Parameters that are needed only beside others: the facts that the catalogue has in prose (`required: 'cond'`). */
import { isObject, type JsonObject } from '../../text/json.ts';
import { atPath, textAt } from './at-path.ts';

export interface Need {
  readonly path: string;
  readonly when: (parameters: JsonObject) => boolean;
  /** Ends the sentence "… is needed ‹why›". */
  readonly why: string;
}

const beside = (group: string, keys: readonly string[]): Need[] =>
  keys.map((key) => ({
    path: `${group}.${key}`,
    when: (parameters) => isObject(atPath(parameters, group)),
    why: `beside the rest of ${group}`,
  }));

const MEDIA = beside('Media', ['Uri', 'SourceType', 'MediaType']);

const isStore = (parameters: JsonObject): boolean => textAt(parameters, 'StoreInput') === 'True';

/** `set touchtone_buffer` is the same action without anything to say or to wait for. */
const isBuffer = (parameters: JsonObject): boolean => parameters.EnableDTMFBuffer !== undefined;

export const NEEDS: Readonly<Record<string, readonly Need[]>> = {
  CompleteOutboundCall: beside('VoiceConnector', ['VoiceConnectorType', 'VoiceConnectorArn', 'FromUser', 'ToUser']),
  ConnectParticipantWithLexBot: [
    ...MEDIA,
    ...beside('LexV2Bot', ['AliasArn']),
    ...beside('LexBot', ['Name', 'Region', 'Alias']),
  ],
  CreateTask: [
    {
      path: 'ContactFlowId',
      when: (parameters) => parameters.TaskTemplateId === undefined,
      why: 'where no task template brings a flow',
    },
  ],
  GetCustomerProfileObject: [
    {
      path: 'ProfileRequestData.UseLatest',
      when: (parameters) => atPath(parameters, 'ProfileRequestData.IdentifierName') === undefined,
      why: 'where no identifier chooses the object',
    },
    {
      path: 'ProfileRequestData.IdentifierValue',
      when: (parameters) => atPath(parameters, 'ProfileRequestData.IdentifierName') !== undefined,
      why: 'beside an identifier name',
    },
  ],
  GetParticipantInput: [
    ...MEDIA,
    { path: 'InputTimeLimitSeconds', when: (parameters) => !isBuffer(parameters), why: 'to know how long to wait for the first key' },
    { path: 'InputValidation', when: (parameters) => isStore(parameters) && !isBuffer(parameters), why: 'where the input is stored' },
    ...beside('InputValidation.PhoneNumberValidation', ['NumberFormat']),
    {
      path: 'InputValidation.PhoneNumberValidation.CountryCode',
      when: (parameters) => textAt(parameters, 'InputValidation.PhoneNumberValidation.NumberFormat') === 'Local',
      why: 'with the local number format',
    },
    ...beside('InputValidation.CustomValidation', ['MaximumLength']),
    ...beside('InputEncryption', ['EncryptionKeyId', 'Key']),
  ],
  MessageParticipant: MEDIA,
  UpdateContactRecordingAndAnalyticsBehavior: beside('VoiceBehavior.VoiceAnalyticsBehavior', ['Enabled']),
  UpdateContactRecordingBehavior: beside('AnalyticsBehavior', ['Enabled']),
  Wait: [
    {
      path: 'MinimumWaitTimeSeconds',
      when: (parameters) => textAt(parameters, 'ContinueExecution') === 'True',
      why: 'where the flow goes on while it waits',
    },
  ],
};
