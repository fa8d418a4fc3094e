/** Pages of what the checker says about statements. */
import type { PagesOf } from '../diagnostics/page.ts';
import type { statementDiagnostic } from './diagnostics.ts';

export const statementPages: PagesOf<typeof statementDiagnostic> = {
  'unknown-statement': {
    summary: 'A statement begins with words that name no block.',
    why: 'A statement is one Connect block, and its first words are the name of the block in the console, shortened where that is long: *Set working queue* is `set queue`, *Check hours of operation* is `check hours`. flowc knows the whole names too, and says the short ones.',
    remedy:
      'Write the statement that the message names. The [list of actions](../../actions/README.md) has all of them. A block that is too new for flowc can be said with `action TypeName { … }`.',
  },
  'missing-operand': {
    summary: 'A statement lacks what it is about.',
    why: 'What matters most about a block stands directly behind its name: what to play, which queue to set, how long to wait. Connect requires it, so there is nothing to build without it.',
    remedy: 'Write it behind the statement’s words.',
  },
  'surplus-operand': {
    summary: 'Something stands behind a statement for which it has no place.',
    why: 'A statement has at most a few operands; everything else is a parameter with a name, in braces. What has no place would be dropped without a word, and a caller would miss it.',
    remedy: 'Remove it, join texts into one, or write it as `key: value` in braces.',
  },
  'unknown-parameter': {
    summary: 'A statement has no parameter of that name.',
    why: 'Connect knows the parameters of each block to the letter and refuses any other. So a slip of the pen is found here and not when the flow is published.',
    remedy:
      'Correct the name; the message says what was probably meant, or lists what there is. The page of the [action](../../actions/README.md) explains each parameter.',
  },
  'statement-as-parameter': {
    summary: 'A statement stands in the braces of another one.',
    why: 'In the braces of a statement stand its parameters and its branches. What comes after it stands below it, and what a branch leads to in the braces of that branch. Mostly a closing brace was forgotten some lines above.',
    remedy: 'Close the braces before it, or move it into the braces of the branch that leads to it.',
  },
  'parameter-form': {
    summary: 'A parameter of a statement has no colon.',
    why: 'In the braces of a statement, and in maps, stand parameters, `key: value`, one a line. Without the colon nobody can tell a value from a word of its own.',
    remedy: 'Write it as `key: value`. `flowc check --fix` adds a colon that was forgotten.',
  },
  'duplicate-parameter': {
    summary: 'A parameter, or a key in braces, is given twice in one statement.',
    why: 'A parameter has one value. Which of the two was meant nobody can tell, and taking the last would make the first one a line that looks as if it did something.',
    remedy: 'Remove one of them.',
  },
  'value-kind': {
    summary: 'A value is of another kind than the statement wants there.',
    why: 'Times have a unit (`8s`, `10m`), switches are `on` or `off`, texts are quoted, names of queues and flows are not. A number without a unit would leave open whether seconds or minutes are meant.',
    remedy: 'Write the value as the message says.',
  },
  'unknown-branch': {
    summary: 'A statement has no branch of that name.',
    why: 'The branches of a block are those that it has in the console: `error`, `timeout`, `closed`, `at_capacity`. A branch that the block does not have would never be taken, and the one that was meant would be missing. Keys and values are branches too: keys bare (`on 1`), values of your own in quotes (`on "gold"`).',
    remedy: 'Correct the word; the message says what was probably meant, or lists what there is.',
  },
  'duplicate-branch': {
    summary: 'The same branch is there twice.',
    why: 'Connect takes the first branch that fits. A caller could never get to the second, so whoever wrote it would wait for it in vain.',
    remedy: 'Remove one of them, or correct the key or value of the one that was meant for something else.',
  },
  'unhandled-branch': {
    summary: 'A branch that Connect requires leads nowhere.',
    why: 'A block that can fail or time out must say where the contact goes then; Connect refuses the flow otherwise. flowc fills nothing in by itself, because a caller who presses no key should get what somebody chose for them.',
    remedy:
      'Handle it in the braces of the statement, or for many statements at once: `on error -> apology` at the head of the flow, a step or a body covers every statement in it. Where the flow should simply go on, say `-> next`. A transfer, behind which nothing comes, takes no `next` from a default: in the step that the default names it says its own.',
  },
  'unknown-target': {
    summary: 'An arrow leads to a step or label that the flow does not have.',
    why: 'Names of steps and labels are the flow’s own: another flow’s step cannot be jumped to, since a contact changes flows only with `transfer to flow`.',
    remedy: 'Correct the name, or write the step.',
  },
  'dangling-target': {
    summary: 'An arrow leads to a quoted name that no block of the flow has.',
    why: 'A quoted name is written into the flow as it stands, because drafts in the designer may have connectors to blocks that were deleted, and an import keeps them so that the draft comes back unchanged. Connect refuses to publish a flow with such a branch.',
    remedy: 'Lead it to a step of this flow.',
  },
  'duplicate-label': {
    summary: 'Two places of a flow have the same name.',
    why: 'The name of a step or a label is where `->` leads, and it is the name of the block in the console and in flow logs. With two of them nobody could tell where a contact goes.',
    remedy:
      'Rename one of them, or make one step of the two. Only the first statement of a step may have the name of the step, for both are one place.',
  },
  'jump-in-circles': {
    summary: 'Steps lead to one another in a circle without any block.',
    why: 'Arrows are not blocks. They only say which block comes next, and here none ever does: there is nothing that Connect could run.',
    remedy: 'Let one of the steps do something or lead out of the circle.',
  },
  'path-without-end': {
    summary: 'A path comes to the end of its body, and nothing says what happens then.',
    why: 'In Connect every path ends with a block that ends it: *Disconnect*, *End flow*, *Return*, or a transfer. A step is a body that nothing falls out of, so its last line has to lead somewhere too.',
    remedy:
      'End the path with `disconnect`, `end` or `return`, with a transfer, or with `-> name`. Which of the ends there are depends on the kind of flow: calls are disconnected, whisper and queue flows end, modules return.',
  },
  'dead-item': {
    summary: 'A statement stands below an arrow or an end, where control never comes.',
    why: 'The line above leads away or ends for good. What stands below it would be built as blocks that no contact ever reaches.',
    remedy: 'Remove it, move it above the arrow or the end, or make it a `step` and lead to that.',
  },
  'outside-repeat': {
    summary: '`-> break` or `-> continue` stands outside of any `repeat`.',
    why: '`-> continue` begins the next round of the innermost `repeat`, and `-> break` leaves it. Without a *Loop* block around them there is no round to begin or leave.',
    remedy: 'Put the statements into a `repeat`, or lead to a label or a step.',
  },
  'default-needs-name': {
    summary: 'A default at the head of a body has braces of its own.',
    why: 'A default stands for many branches of many statements. With braces it would look like a place in the flow and be one block for all of them all the same; a name says so.',
    remedy: 'Put the statements into a `step`, and name it in the default.',
  },
  'default-not-at-head': {
    summary: 'A default stands below statements.',
    why: 'A default covers all statements of its body, those above it too. Below some of them it would read as if it covered only what follows.',
    remedy:
      'Move it to the head of the body. To cover some statements only, write the branch in their braces, or put them into a body of their own.',
  },
  'unknown-default': {
    summary: 'A default names a branch that no statement has.',
    why: 'A default covers branches by their words: `error`, `timeout`, `at_capacity`. One that no block has would cover nothing, and the branch that was meant would stay open.',
    remedy:
      'Correct the word. Keys and values (`on 1`, `on "gold"`) are not defaults: write them in the braces of their statement.',
  },
  'compare-left-side': {
    summary: 'The left side of a comparison is no path.',
    why: 'Connect’s block *Check contact attributes* compares what an attribute holds with a fixed value. An attribute is written as a path: `$.Attributes.tier` for one that the flow has set, `$.Channel`, `$.Queue.Name` and others for those of Connect.',
    remedy: 'Write the path of the attribute on the left.',
  },
  'compare-right-side': {
    summary: 'Two attributes are compared with each other.',
    why: 'Connect compares an attribute with a fixed value only. A path on the right would be compared letter by letter, as the text `$.StoredCustomerInput`, and would never be equal to anything.',
    remedy:
      'Send both values to a Lambda function, and branch on what it answers. Secrets such as PINs should not be compared in a flow in any case.',
  },
  'match-without-case': {
    summary: 'A `match` has nothing to compare with.',
    why: 'Without cases every contact would take the same way, and Connect refuses a *Check contact attributes* block without a condition.',
    remedy: 'Add `on "value" -> …` for each value, and `on default -> …` for the rest.',
  },
  'percentage-sum': {
    summary: 'The shares of a `split` add up to more than 100 %.',
    why: 'Connect draws a number from 1 to 100 for each contact. Shares beyond 100 % would never be drawn, so the last branches would get fewer contacts than is written there.',
    remedy: 'Let the shares add up to at most 100 %. What is left over goes by `default`.',
  },
  'not-here': {
    summary: 'A line stands where it means nothing.',
    why: '`input`, `returns` and `branches` say what a module takes and answers. Only modules do that; a flow is started by a contact and not called with values.',
    remedy: 'Remove it, or make the flow a `module`. A flow finds what the contact brings along in `$.Attributes`.',
  },
  'flow-type-unknown': {
    summary: 'The kind of a flow is not said.',
    why: 'Each kind of flow has its own set of blocks: a whisper cannot transfer, only a queue flow can loop prompts. Without the kind flowc cannot check that, and publishing needs it. Exports of the console often do not tell the kind, so imported flows may lack it.',
    remedy: 'Write the kind before `flow`. The console shows it beside the flow’s name.',
  },
  'unknown-flow-type': {
    summary: 'The word before `flow` is no kind of flow.',
    why: 'The kinds are those of Connect, and which blocks a flow may have depends on its kind. With a wrong word nothing of that could be checked, and Connect would not take the flow.',
    remedy: 'Correct the word; the message says what was probably meant, or lists the kinds.',
  },
  'unbound-name': {
    summary: 'An environment has nothing for a name that a flow speaks of.',
    why: 'Source speaks of names, and each environment knows which queue, flow or function in its instance has that name. Where it knows none, there is no id to write. It is told before anything is built, and not by a caller who reaches nobody.',
    remedy:
      'Create what is missing in that instance, or correct the name that the declaration looks for: the text behind the identifier is the name in Connect.',
  },
  'unknown-reference': {
    summary: 'A statement speaks of something that no file of the project declares.',
    why: 'A name without quotes is that of a declaration: of this project, or of something that lives in the instance and is declared with `existing`. So a slip of the pen is found before anything is published.',
    remedy: 'Correct the name, or declare it: `existing queue Support` is enough for what already exists.',
  },
};
