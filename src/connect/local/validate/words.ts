/**
 * What the service says of content that it does not publish, word for word where live answers are on record (the list in
 * FLOW-LANGUAGE §9: recorded answers of CreateContactFlow and CreateContactFlowModule). Paths go by the action's index.
 */

/** `problems` of an InvalidContactFlowException: at most so many, each of at most so many characters (API model). */
const MOST_PROBLEMS = 50;
const LONGEST_PROBLEM = 256;

/** What is found, in the order in which it is found. */
export interface Problems {
  readonly messages: string[];
}

export function tell({ messages }: Problems, message: string): void {
  if (messages.length >= MOST_PROBLEMS) return;
  messages.push(message.length <= LONGEST_PROBLEM ? message : `${message.slice(0, LONGEST_PROBLEM - 3)}...`);
}

/** Of the document. The words for a missing field are those on record for modules. */
export const missingField = (name: string) => `JSON field is missing or null for field name: ${name}`;
export const brokenJson = 'Invalid JSON';
export const invalidField = (path: string) => `Invalid property value. Path: ${path}`;
export const unknownField = (path: string) => `Invalid property name. Path: ${path}`;
export const tooLong = (limit: number) => `Content exceeds the maximum length of ${limit} characters`;
export const tooMany = (limit: number) => `Number of actions exceeds the maximum of ${limit}`;

/** Of an action. */
export const action = (index: number) => `Actions[${index}]`;
export const invalidType = (type: string, index: number) =>
  `Invalid Action type. Type: ${type}, Path: ${action(index)}.Type`;
export const invalidName = (path: string) => `Invalid Action property name. Path: ${path}`;
export const invalidValue = (path: string) => `Invalid Action property value. Path: ${path}`;
export const missingProperty = (path: string) => `Action is missing required property. Path: ${path}`;
/** Empty texts are found where the path is no longer known. */
export const emptyValue = (index: number) => invalidValue(`${index}.Parameter`);
export const emptyIn = (map: string) => `Empty value in Parameters.${map}`;
export const tooManyTags = (limit: number) => `More than ${limit} tags in Parameters.Tags`;

/** Of groups of parameters. */
export const onlyOne = (names: readonly string[]) =>
  `Only one of these properties may be defined. Properties: [${names.join(', ')}]`;
export const atLeastOne = (paths: readonly string[]) =>
  `At least one of the following properties must be set. Properties: [${paths.join(', ')}]`;
export const oneMustBeSet = (names: readonly string[]) => `At least one of [${names.join(', ')}] must be set`;

/** Of transitions. */
export const missingError = (error: string, index: number) =>
  `Action is missing required error. Error: ${error}, Path: ${action(index)}`;
export const invalidError = (error: string, index: number) =>
  `Invalid Action error. Error: ${error}, Path: ${action(index)}`;
export const noTransitions = (index: number) => `Action does not support transitions. Path: ${action(index)}`;
export const noConditions = (index: number) => `Action does not support conditions. Path: ${action(index)}`;
export const invalidBranch = (index: number) => `Invalid branch. Path: ${index}.Evaluate`;
export const nestedWait = "Unsupported Action In Wait Action's Continue Branch";

/** Of references. */
export const unknownId = (value: string) => `Failed to convert id: ${value}`;
export const malformedId = 'Not a supported id format';
