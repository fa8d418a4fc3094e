/** What Connect would accept, and callers, agents or the people who run the centre would suffer from. */
import type { FlowRule } from '../rule.ts';
import accountId from './account-id.ts';
import analyticsLanguage from './analytics-language.ts';
import analyticsOneSide from './analytics-one-side.ts';
import answerHangsUp from './answer-hangs-up.ts';
import attributeNamesAlike from './attribute-names-alike.ts';
import attributeNeverSet from './attribute-never-set.ts';
import attributeSetOnSomePaths from './attribute-set-on-some-paths.ts';
import botLanguage from './bot-language.ts';
import callbackNumber from './callback-number.ts';
import callbackNumberRefused from './callback-number-refused.ts';
import callbackRetrySoon from './callback-retry-soon.ts';
import callbackWithoutCallerId from './callback-without-caller-id.ts';
import closedHangsUp from './closed-hangs-up.ts';
import doubledPath from './doubled-path.ts';
import endKeyCancels from './end-key-cancels.ts';
import errorHangsUp from './error-hangs-up.ts';
import eventHookFlow from './event-hook-flow.ts';
import externalNotReturned from './external-not-returned.ts';
import externalOverwritten from './external-overwritten.ts';
import flowAttributeNotSet from './flow-attribute-not-set.ts';
import handledKeyNotSpoken from './handled-key-not-spoken.ts';
import hardCodedNumber from './hard-coded-number.ts';
import identicalBlocks from './identical-blocks.ts';
import impossibleValue from './impossible-value.ts';
import keyNotDeclared from './key-not-declared.ts';
import lambdaChain from './lambda-chain.ts';
import lambdaErrorIgnored from './lambda-error-ignored.ts';
import lambdaFailureHangsUp from './lambda-failure-hangs-up.ts';
import lambdaTimeout from './lambda-timeout.ts';
import literalArn from './literal-arn.ts';
import loggingLeftOff from './logging-left-off.ts';
import loggingSensitiveInput from './logging-sensitive-input.ts';
import longPrompt from './long-prompt.ts';
import loopPromptsInterrupt from './loop-prompts-interrupt.ts';
import manyKeys from './many-keys.ts';
import manyRounds from './many-rounds.ts';
import missingTranslation from './missing-translation.ts';
import moduleBranchNotHandled from './module-branch-not-handled.ts';
import moduleValueNotDeclared from './module-value-not-declared.ts';
import menuTimeoutShort from './menu-timeout-short.ts';
import namespaceNotHere from './namespace-not-here.ts';
import nearQuota from './near-quota.ts';
import noLogging from './no-logging.ts';
import noQueue from './no-queue.ts';
import noRecording from './no-recording.ts';
import noWayOut from './no-way-out.ts';
import noWayToPerson from './no-way-to-person.ts';
import paddedValue from './padded-value.ts';
import pathInBraces from './path-in-braces.ts';
import placeholderText from './placeholder-text.ts';
import pointlessDecision from './pointless-decision.ts';
import promptTooLong from './prompt-too-long.ts';
import queueChannel from './queue-channel.ts';
import queueFullHangsUp from './queue-full-hangs-up.ts';
import readBeforeFilled from './read-before-filled.ts';
import recordingInQueue from './recording-in-queue.ts';
import recordingLostOnTransfer from './recording-lost-on-transfer.ts';
import recordingOnSomePaths from './recording-on-some-paths.ts';
import retired from './retired.ts';
import saidTwice from './said-twice.ts';
import sensitiveAttribute from './sensitive-attribute.ts';
import shadowedCondition from './shadowed-condition.ts';
import silentCycle from './silent-cycle.ts';
import silentMenu from './silent-menu.ts';
import silentQueue from './silent-queue.ts';
import spokenKeyNotHandled from './spoken-key-not-handled.ts';
import ssmlBreakTooLong from './ssml-break-too-long.ts';
import ssmlInText from './ssml-in-text.ts';
import ssmlMalformed from './ssml-malformed.ts';
import textForPath from './text-for-path.ts';
import textLanguage from './text-language.ts';
import textScript from './text-script.ts';
import transferUnchecked from './transfer-unchecked.ts';
import unboundedRetry from './unbounded-retry.ts';
import unencryptedInput from './unencrypted-input.ts';
import unknownAnswer from './unknown-answer.ts';
import unknownNamespace from './unknown-namespace.ts';
import unreachableBlock from './unreachable-block.ts';
import unusedInput from './unused-input.ts';
import voiceEngine from './voice-engine.ts';
import voiceLanguage from './voice-language.ts';
import voiceStyle from './voice-style.ts';
import wrongChannel from './wrong-channel.ts';

export const adviceRules: readonly FlowRule[] = [
  // Where paths lead.
  pointlessDecision,
  lambdaFailureHangsUp,
  queueFullHangsUp,
  closedHangsUp,
  answerHangsUp,
  errorHangsUp,
  noWayToPerson,
  transferUnchecked,
  unreachableBlock,
  noWayOut,
  silentCycle,
  silentQueue,
  unboundedRetry,
  shadowedCondition,
  noQueue,
  callbackNumber,
  callbackNumberRefused,
  callbackWithoutCallerId,
  queueChannel,
  // What is read.
  doubledPath,
  paddedValue,
  attributeNamesAlike,
  unusedInput,
  externalOverwritten,
  unknownNamespace,
  namespaceNotHere,
  readBeforeFilled,
  externalNotReturned,
  moduleValueNotDeclared,
  keyNotDeclared,
  flowAttributeNotSet,
  attributeSetOnSomePaths,
  attributeNeverSet,
  impossibleValue,
  unknownAnswer,
  moduleBranchNotHandled,
  // What is said.
  saidTwice,
  placeholderText,
  pathInBraces,
  ssmlBreakTooLong,
  longPrompt,
  manyKeys,
  menuTimeoutShort,
  silentMenu,
  manyRounds,
  botLanguage,
  spokenKeyNotHandled,
  handledKeyNotSpoken,
  endKeyCancels,
  voiceEngine,
  voiceStyle,
  voiceLanguage,
  textForPath,
  textScript,
  textLanguage,
  missingTranslation,
  promptTooLong,
  ssmlMalformed,
  ssmlInText,
  // What runs.
  callbackRetrySoon,
  analyticsOneSide,
  recordingLostOnTransfer,
  recordingOnSomePaths,
  noRecording,
  unencryptedInput,
  sensitiveAttribute,
  loggingLeftOff,
  noLogging,
  lambdaTimeout,
  lambdaChain,
  lambdaErrorIgnored,
  loopPromptsInterrupt,
  analyticsLanguage,
  recordingInQueue,
  loggingSensitiveInput,
  eventHookFlow,
  wrongChannel,
  retired,
  // The flow as a whole.
  hardCodedNumber,
  identicalBlocks,
  nearQuota,
  accountId,
  literalArn,
];
