/** Attributes of the old export format (`namespace` and name) to today's JSONPath. */

/** Roots of the namespaces whose attributes the user names. */
const ROOTS: ReadonlyMap<string, string> = new Map([
  ['User Defined', '$.Attributes'],
  ['External', '$.External'],
  ['Lex', '$.Lex'],
  ['Lex.Slots', '$.Lex.Slots'],
  ['Lex.SessionAttributes', '$.Lex.SessionAttributes'],
  ['Lex.SentimentResponse', '$.Lex.SentimentResponse'],
  ['Lex.AlternativeIntents', '$.Lex.AlternativeIntents'],
  ['Customer Profiles', '$.Customer'],
  ['Customer', '$.Customer'],
  ['Case', '$.Case'],
  ['Cases', '$.Case'],
]);

/** System attributes that the old designer called by a name for people; all others are called by their path. */
const SYSTEM: ReadonlyMap<string, string> = new Map([
  ['AWS Region', '$.AwsRegion'],
  ['Contact id', '$.ContactId'],
  ['Customer callback number', '$.CustomerCallBackPhoneNumber'],
  ['Customer id', '$.CustomerId'],
  ['Customer ID', '$.CustomerId'],
  ['Customer Number', '$.CustomerEndpoint.Address'],
  ['Dialed Number', '$.SystemEndpoint.Address'],
  ['Initial contact id', '$.InitialContactId'],
  ['Initiation method', '$.InitiationMethod'],
  ['Instance ARN', '$.InstanceARN'],
  ['Language', '$.LanguageCode'],
  ['Previous contact id', '$.PreviousContactId'],
  ['Stored customer input', '$.StoredCustomerInput'],
  ['Text to speech voice', '$.TextToSpeechVoiceId'],
]);

/** The JSONPath of an attribute. */
export function dynamicPath(namespace: string, name: string): string {
  const system = namespace === 'System' ? SYSTEM.get(name) : undefined;
  if (system !== undefined) return system;
  const root = namespace === 'System' ? '$' : (ROOTS.get(namespace) ?? `$${step(namespace)}`);
  return root + step(name);
}

/** `.name`, `.a.b` as it is; anything else in brackets. */
function step(name: string): string {
  if (name === '') return '';
  return /^[\p{L}\p{N}_]+(?:[-.][\p{L}\p{N}_]+)*$/u.test(name) ? `.${name}` : `['${name}']`;
}
