/** What CreateContactFlow and CreateContactFlowModule would refuse. */
import type { FlowRule } from '../rule.ts';
import attributeKey from './attribute-key.ts';
import conditionsNotSupported from './conditions-not-supported.ts';
import danglingTarget from './dangling-target.ts';
import emptyTarget from './empty-target.ts';
import emptyValue from './empty-value.ts';
import eventHookCount from './event-hook-count.ts';
import exclusiveParameters from './exclusive-parameters.ts';
import identifier from './identifier.ts';
import invalidCondition from './invalid-condition.ts';
import inventedAction from './invented-action.ts';
import missingCondition from './missing-condition.ts';
import missingError from './missing-error.ts';
import missingNext from './missing-next.ts';
import missingOneOf from './missing-one-of.ts';
import missingParameter from './missing-parameter.ts';
import moduleContract from './module-contract.ts';
import noBranchesAllowed from './no-branches-allowed.ts';
import noStart from './no-start.ts';
import notAnId from './not-an-id.ts';
import numberNotClaimed from './number-not-claimed.ts';
import parameterRange from './parameter-range.ts';
import parameterType from './parameter-type.ts';
import parameterValue from './parameter-value.ts';
import pathNotAllowed from './path-not-allowed.ts';
import pathRequired from './path-required.ts';
import percentages from './percentages.ts';
import redactionLanguage from './redaction-language.ts';
import refusedError from './refused-error.ts';
import settings from './settings.ts';
import size from './size.ts';
import tooManyTags from './too-many-tags.ts';
import unknownAction from './unknown-action.ts';
import unknownParameter from './unknown-parameter.ts';
import version from './version.ts';
import waitInContinueBranch from './wait-in-continue-branch.ts';
import wrongFlowType from './wrong-flow-type.ts';
import wrongMember from './wrong-member.ts';

export const serviceRules: readonly FlowRule[] = [
  // The document.
  version,
  settings,
  size,
  noStart,
  identifier,
  // Blocks.
  wrongMember,
  inventedAction,
  unknownAction,
  wrongFlowType,
  // Branches.
  danglingTarget,
  emptyTarget,
  missingNext,
  noBranchesAllowed,
  missingError,
  refusedError,
  conditionsNotSupported,
  missingCondition,
  invalidCondition,
  percentages,
  waitInContinueBranch,
  // Parameters.
  unknownParameter,
  missingParameter,
  missingOneOf,
  exclusiveParameters,
  parameterType,
  emptyValue,
  parameterValue,
  parameterRange,
  notAnId,
  pathRequired,
  pathNotAllowed,
  attributeKey,
  tooManyTags,
  eventHookCount,
  moduleContract,
  numberNotClaimed,
  redactionLanguage,
];
