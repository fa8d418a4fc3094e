/** What Connect would accept, and callers, agents or the people who run the centre would suffer from. */
import type { FlowRule } from '../rule.ts';
import accountId from './account-id.ts';
import analyticsLanguage from './analytics-language.ts';
import attributeNeverSet from './attribute-never-set.ts';
import attributeSetOnSomePaths from './attribute-set-on-some-paths.ts';
import callbackNumber from './callback-number.ts';
import callbackWithoutCallerId from './callback-without-caller-id.ts';
import eventHookFlow from './event-hook-flow.ts';
import externalNotReturned from './external-not-returned.ts';
import flowAttributeNotSet from './flow-attribute-not-set.ts';
import handledKeyNotSpoken from './handled-key-not-spoken.ts';
import impossibleValue from './impossible-value.ts';
import lambdaChain from './lambda-chain.ts';
import lambdaErrorIgnored from './lambda-error-ignored.ts';
import lambdaTimeout from './lambda-timeout.ts';
import loggingSensitiveInput from './logging-sensitive-input.ts';
import loopPromptsInterrupt from './loop-prompts-interrupt.ts';
import namespaceNotHere from './namespace-not-here.ts';
import nearQuota from './near-quota.ts';
import noQueue from './no-queue.ts';
import noWayOut from './no-way-out.ts';
import promptTooLong from './prompt-too-long.ts';
import readBeforeFilled from './read-before-filled.ts';
import recordingInQueue from './recording-in-queue.ts';
import retired from './retired.ts';
import shadowedCondition from './shadowed-condition.ts';
import silentCycle from './silent-cycle.ts';
import spokenKeyNotHandled from './spoken-key-not-handled.ts';
import ssmlMalformed from './ssml-malformed.ts';
import ssmlInText from './ssml-in-text.ts';
import textScript from './text-script.ts';
import unboundedRetry from './unbounded-retry.ts';
import unknownAnswer from './unknown-answer.ts';
import unknownNamespace from './unknown-namespace.ts';
import unreachableBlock from './unreachable-block.ts';
import voiceEngine from './voice-engine.ts';
import voiceLanguage from './voice-language.ts';
import wrongChannel from './wrong-channel.ts';

export const adviceRules: readonly FlowRule[] = [
  // Where paths lead.
  unreachableBlock,
  noWayOut,
  silentCycle,
  unboundedRetry,
  shadowedCondition,
  noQueue,
  callbackNumber,
  callbackWithoutCallerId,
  // What is read.
  unknownNamespace,
  namespaceNotHere,
  readBeforeFilled,
  externalNotReturned,
  flowAttributeNotSet,
  attributeSetOnSomePaths,
  attributeNeverSet,
  impossibleValue,
  unknownAnswer,
  // What is said.
  spokenKeyNotHandled,
  handledKeyNotSpoken,
  voiceEngine,
  voiceLanguage,
  textScript,
  promptTooLong,
  ssmlMalformed,
  ssmlInText,
  // What runs.
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
  nearQuota,
  accountId,
];
