/** Pages of the syntax codes. */
import type { PagesOf } from '../diagnostics/page.ts';
import type { syntaxDiagnostic } from './diagnostics.ts';

export const syntaxPages: PagesOf<typeof syntaxDiagnostic> = {
  // ------------------------------------------------------------------------------------------------------- characters
  'unknown-character': {
    summary: 'A character stands outside of quotes with which nothing in the language begins.',
    why: 'Outside of quotes a flow consists of words, numbers, paths (`$.…`), a few signs and brackets. Anything else usually came in with a paste, or belongs to a text whose quotes are missing.',
    remedy: 'Remove the character, or put the text or the name that it belongs to in double quotes.',
  },
  lookalike: {
    summary: 'A character looks like a sign of the language and is another one.',
    why: 'Japanese keyboards write `：`, `，`, `｛`, `→` and `１` where `:`, `,`, `{`, `->` and `1` are meant, and word processors make one dash out of two signs. The two look the same on many screens, so flowc names the character instead of calling the whole line wrong. Inside quotes they are ordinary text and stay as they are.',
    remedy: 'Write the sign that the message names. `flowc check --fix` replaces all of them.',
  },
  'malformed-number': {
    summary: 'A word begins with a digit and is none of the numbers, times or dates that the language has.',
    why: 'A word that begins with a digit is read as a number: a count (`5`), a time (`10s`, `5m`, `2h`), a share (`30%`), a time of day (`09:00`), a date (`2026-12-29`). What only looks like one would be taken for something that nobody meant.',
    remedy: 'Correct the number, or put a name or a value that begins with a digit in quotes.',
  },
  'wrong-quotes': {
    summary: 'A text stands in other quotes than straight double ones.',
    why: 'Word processors and chat programs turn `"` into “ ”, and other languages write texts in single quotes, backticks or 「」. In a flow those are characters like any other, so that a prompt may contain them; only `"` begins and ends a text.',
    remedy: 'Write straight double quotes. `flowc check --fix` does it.',
  },
  'unclosed-text': {
    summary: 'A text has no closing quote on its line.',
    why: 'A text ends on the line on which it begins. So a quote that was forgotten spoils one line, and not everything down to the next quote of the file.',
    remedy:
      'Close the text. One that is too long for a line is written as several in `( )`, one sentence a line, or between `"""`.',
  },
  'unknown-escape': {
    summary: 'A backslash stands before a character with which it means nothing.',
    why: 'A backslash in a text begins an escape as in JSON: `\\n` is a line end, `\\"` a quote, `\\\\` a backslash. With any other character nobody can tell whether the backslash should be spoken, stored or dropped.',
    remedy: 'Remove the backslash, or write two where one is really meant.',
  },
  'unclosed-comment': {
    summary: 'A comment begins with `/*` and is never closed.',
    why: 'Everything behind the `/*` would be comment, and the flows in it would be missing without a word.',
    remedy: 'Close the comment with `*/`, or write `//` in front of each of its lines.',
  },
  'file-too-long': {
    summary: 'A file is longer than any source of flows.',
    why: 'A whole call centre is some hundred thousand characters. A file of many millions is a log, an export or a database with the wrong ending, and reading it would only use up time and memory.',
    remedy:
      'Check that it is the right file. If it really holds flows, divide it: all files of a project share their names.',
  },

  // --------------------------------------------------------------------------------------------------------- brackets
  'unclosed-bracket': {
    summary: 'A bracket is opened and never closed.',
    why: 'flowc looks at how the lines are set in to find out where the bracket was meant to end, and reads on from there as if it were closed. So the rest of the file is still checked, and one forgotten bracket is one message.',
    remedy: 'Put the closing bracket at the place that the note shows.',
  },
  'file-cut-off': {
    summary: 'The file ends while several brackets are still open.',
    why: 'A missing bracket leaves one open; several at the very end are the mark of a file that was cut off, by a copy, a merge or a full disk.',
    remedy: 'Get back what is missing at the end, or close the brackets.',
  },
  'surplus-bracket': {
    summary: 'A closing bracket has no opening one.',
    why: 'Either it is left over from something that was removed, or the bracket that it should close was removed with too much. flowc leaves it out and reads on.',
    remedy: 'Remove it, or write the bracket that it belongs to.',
  },
  'wrong-bracket': {
    summary: 'A bracket of one kind is closed by one of another.',
    why: 'Braces `{ }` hold statements or parameters, brackets `[ ]` hold lists, parentheses `( )` hold texts and conditions. Each is closed by its own.',
    remedy: 'Write the bracket that the message names.',
  },
  'missing-opener': {
    summary: 'Lines are set in below a line that opens nothing, and a closing bracket further down has no fellow.',
    why: 'Taken together the two say that an opening bracket was forgotten at the end of the line above. flowc reads on as if it were there.',
    remedy: 'Write the opening bracket at the end of the line.',
  },
  'brace-on-next-line': {
    summary: 'A `{` stands alone on the line below what it belongs to.',
    why: 'A statement ends with its line. That is what keeps a mistake in one line from swallowing the next, and it means that a block has to open on the line of its statement.',
    remedy: 'Move the `{` to the end of the line above. `flowc check --fix` does it.',
  },
  'condition-on-next-line': {
    summary: 'The condition of an `if` goes on in the next line.',
    why: 'A line ends what stands in it; that is what keeps a mistake in one line from swallowing the next. In parentheses lines are free, so that long conditions can be laid out.',
    remedy: 'Put the whole condition in `( )`, or all of it on one line; `flowc check --fix` joins the lines.',
  },
  'too-deep': {
    summary: 'Brackets are nested deeper than a flow can be followed.',
    why: 'Real flows nest ten deep at most. What lies deeper than the limit is not read, so that no file can bring the compiler down.',
    remedy: 'Give the inner part a `step` of its own, and go there with `-> name`.',
  },

  // ---------------------------------------------------------------------------------------------------------- entries
  'missing-value': {
    summary: 'A colon or an equals sign has nothing behind it.',
    why: 'A parameter with a name and without a value says nothing, and Connect takes no empty values. The value stands on the same line, since a line end ends the parameter.',
    remedy: 'Write the value behind the colon, or remove the line: Connect then does what it does by default.',
  },
  'missing-pattern': {
    summary: 'An `on` does not say which branch it is about.',
    why: 'A block has several ways out: an error, a timeout, a key, a value that was compared. `on` names one or more of them before it says where they lead.',
    remedy:
      'Name the branch: `on error -> name`, `on 1 -> name`, `on "gold" { … }`, or several: `on timeout, default -> name`.',
  },
  'missing-target': {
    summary: 'A branch does not say where it leads.',
    why: 'Every branch of a block leads somewhere: to another block, to the next one, or to the end. flowc does not guess, because the guess would be a caller who hears something that nobody chose.',
    remedy: 'Add `-> name`, `-> next`, `-> disconnect`, or what should happen in braces: `{ … }`.',
  },
  'missing-jump-name': {
    summary: 'An arrow does not say where it leads.',
    why: '`->` is the one way to lead control somewhere else, and it always names where.',
    remedy:
      'Name a step or a label of this flow, or one of the targets that every flow has: `next`, `disconnect`, `end`, `return`.',
  },
  'missing-condition': {
    summary: 'An `if`, `and`, `or` or `not` has no condition behind it.',
    why: 'A condition compares a `$.` path with a fixed value; Connect knows no other. Where a condition goes over several lines it stands in parentheses, because a line end ends it otherwise.',
    remedy: 'Write the condition, such as `$.Attributes.tier == "gold"`.',
  },
  'missing-comparand': {
    summary: 'A comparison has no value behind its sign.',
    why: 'A comparison has two sides: a `$.` path, and the text or number that it is compared with.',
    remedy: 'Write the value behind the sign: a text in quotes, or a number.',
  },
  'single-equals': {
    summary: 'One equals sign stands where two compare.',
    why: '`==` compares. A single `=` only pins a declaration of something that exists to an ARN (`existing queue Leads = "arn:…"`), so that nobody mistakes one for the other.',
    remedy: 'Write `==`.',
  },
  'missing-if-target': {
    summary: 'An `if` does not say what to do when its condition holds.',
    why: 'The braces or the arrow of an `if` stand on its line. Without them the `if` would decide nothing.',
    remedy: 'Add what should happen in braces, or `-> name`.',
  },
  'missing-else-target': {
    summary: 'An `else` does not say what to do.',
    why: 'The braces or the arrow of an `else` stand on its line. Without them it would decide nothing.',
    remedy: 'Add `{ … }`, `-> name` or another `if …`, or remove the `else`: what stands below runs in any case.',
  },
  'stray-else': {
    summary: 'An `else` does not belong to any `if`.',
    why: 'An `else` stands directly behind the `}` or the `-> name` of its `if`, on the same line or on the next one. With a statement between them it is not clear which `if` it belongs to.',
    remedy: 'Move it to its `if`.',
  },
  'texts-only': {
    summary: 'Something else than a quoted text stands in the parentheses of a text.',
    why: '`( "…" "…" )` is one text, written a sentence a line so that a change of one sentence is a change of one line. Paths and numbers are parts of a text only inside its quotes.',
    remedy: 'Put it in quotes: Connect replaces a `$.` path inside of a text by its value.',
  },
  'missing-parenthesis': {
    summary: 'A condition in parentheses goes on where they should be closed.',
    why: 'Two comparisons are joined by `and` or `or`. Side by side they would leave open whether both must hold or either.',
    remedy: 'Write `and` or `or` between the comparisons, or close the parenthesis.',
  },
  'not-an-element': {
    summary: 'Something stands in a list that cannot be an element of one.',
    why: 'Lists hold words, texts, numbers, paths, lists and maps. Arrows, branches and comparisons are not values.',
    remedy: 'Remove it, or write it where it belongs.',
  },
  'key-not-a-name': {
    summary: 'Something stands before a colon that is not a word.',
    why: 'What stands before a colon is the name of a parameter or of a block. Numbers and signs there are nearly always a branch without its `on`, or a key that needs quotes.',
    remedy: 'Put the key in quotes, or write `on … -> name` if a branch is meant.',
  },
  'colon-after-name': {
    summary: 'A colon stands between the name in a declaration and what follows it.',
    why: 'Many languages put a colon between a name and its type, or at the end of the line that opens a block. Here colons stand behind keys in braces (`hours: Office`) and behind labels in flows; in a declaration the type, the text or the braces follow the name at once.',
    remedy: 'Leave the colon out. `flowc check --fix` does it.',
  },
  'statements-on-one-line': {
    summary: 'Something new begins in the middle of a line.',
    why: 'A statement, a parameter and a branch each end with their line or at a comma. So a mistake in one never swallows the next.',
    remedy: 'Put it on a line of its own, or a comma before it.',
  },
  'behind-block': {
    summary: 'Something stands on a line behind a closing brace.',
    why: 'The braces come last in a statement, and the statement ends with them.',
    remedy: 'Put what follows on a line of its own.',
  },
  'behind-target': {
    summary: 'More than a name stands behind an arrow.',
    why: 'An arrow leads to a step or a label by its name alone, or to a word such as `next` or `disconnect`. Statements cannot stand behind it.',
    remedy:
      'Write the name alone (`-> goodbye`, without `step`). Where something should be done right there, put it in braces: `on 1 { play "…" }`.',
  },
  'unexpected-token': {
    summary: 'A word or a sign stands where nothing of its kind can stand.',
    why: 'A line is a statement (`verb operand { … }`), a parameter (`key: value`), a branch (`on … -> name`) or a jump (`-> name`). This one is none of them, and none of the mistakes that have a message of their own.',
    remedy: 'Compare the line with these four forms. Often a quote, a comma or a bracket is missing just before.',
  },
  'condition-too-long': {
    summary: 'A condition has more parts than one condition should have.',
    why: 'Connect compares one value at a time, so each comparison becomes a block of its own. A condition of more than a hundred parts would be a flow of its own, and a flow has 250 blocks.',
    remedy:
      'Use `match`, which compares one attribute with many values in one block: `on "a", "b", "c" -> name`. Long lists belong in a Lambda function or a data table.',
  },
  'chain-too-long': {
    summary: 'A chain of `else if` is longer than can be followed.',
    why: 'Each `else if` is a block of its own, asked one after the other. A chain of more than a hundred would use up the 250 blocks that a flow has.',
    remedy: 'Use `match`, which compares one attribute with many values in one block, or go on in a `step`.',
  },

  // -------------------------------------------------------------------------------------------------------- structure
  'empty-body': {
    summary: 'Braces that should say what happens are empty.',
    why: 'Empty braces read as “do nothing”. What they would do is go on with whatever stands below, which is often the opposite: a caller who pressed a wrong key would be treated as one who pressed the right one. Nothing stands below a step, so an empty one leads nowhere.',
    remedy: 'Say `-> next` if going on is what you mean, or write what should happen.',
  },
  'missing-body': {
    summary: 'A flow, a step or a `repeat` has no braces.',
    why: 'These are made of the statements in their braces; without them there is nothing to run.',
    remedy: 'Write the statements in braces behind it.',
  },
  'missing-name': {
    summary: 'A flow, a step or a declaration has no name.',
    why: 'Everything in a project is spoken of by its name: `-> goodbye`, `set queue Support`. The name of a flow is what the console shows, and the name of a step is in the names of its blocks and so in flow logs.',
    remedy: 'Write a name behind the kind. A name of several words is quoted.',
  },
  'name-in-several-words': {
    summary: 'A name consists of several words without quotes.',
    why: 'A name without quotes is one word; the next word would mean something else. Connect allows blanks in names, so they can be written: in quotes.',
    remedy:
      'Quote the name, here and wherever it is spoken of; or take one word as the name, and put what the console should show in quotes behind it: `inbound flow MainLine "Main line"`.',
  },
  'reserved-name': {
    summary: 'A step or a label is called like a target that every flow has.',
    why: '`-> next`, `-> end`, `-> disconnect`, `-> return`, `-> break`, `-> continue`, `-> none` and `-> nothing` mean the same in every flow. A step of that name could not be told from them.',
    remedy: 'Choose another name.',
  },
  'labelled-step': {
    summary: 'A `step` has a label besides its name.',
    why: 'The name of a step is its label: it is what `->` leads to. Two names for one place are one too many.',
    remedy: 'Keep one of the two. A name that is a whole sentence may stand behind `step` in quotes.',
  },
  'not-a-statement': {
    summary: 'A line in a body begins with something else than a word.',
    why: 'A statement begins with the words that name its block, as the console calls it: `play`, `set queue`, `check hours`. A text or a number alone does not say what to do with it.',
    remedy: 'Put the verb in front of it, such as `play "…"`.',
  },
  'parameter-in-body': {
    summary: 'A parameter stands outside of the braces of a statement.',
    why: 'Parameters (`timeout: 8s`) stand in the braces of the statement that they are for. In a body, where statements stand, a name with a colon is the label of the statement behind it, and a number or a text is no statement.',
    remedy: 'Move it into the braces of its statement.',
  },
  'equals-for-colon': {
    summary: 'A parameter is set with `=`.',
    why: 'Parameters are set with a colon. `=` is kept for pinning a declaration of something that exists to an ARN.',
    remedy: 'Write a colon.',
  },
  assignment: {
    summary: 'A statement has an equals sign.',
    why: 'A flow has no variables. What it remembers are attributes of the contact, and the block *Set contact attributes* sets them: they stay with the contact when it is transferred, and agents and reports see them.',
    remedy: 'Write `set attributes { name: "value" }`, and read it as `$.Attributes.name`.',
  },
  'missing-on': {
    summary: 'A branch stands without its `on`.',
    why: 'In the braces of a statement stand parameters and branches. The word `on` tells which is which.',
    remedy: 'Write `on` in front of it.',
  },
  'jump-behind-statement': {
    summary: 'An arrow stands behind a statement on its line.',
    why: 'Where a statement leads is said by what stands below it, or by a line `-> name`. Behind the statement an arrow is easily overlooked, and easily taken for one of its branches.',
    remedy: 'Put the arrow on the next line. `flowc check --fix` does it.',
  },
  'branch-behind-statement': {
    summary: 'A branch stands behind a statement, outside of its braces.',
    why: 'What belongs to a statement stands in its braces: its parameters, and a line with `on` for each branch. Without them the words of the branch would be words of the statement.',
    remedy: 'Put the branch into braces. `flowc check --fix` does it.',
  },
  'missing-flow': {
    summary: 'Braces hold statements, and the line that opens them does not say that it is a flow.',
    why: 'The first words of a declaration say what it is: `inbound flow`, `agent_whisper flow`, `module`, `queue`, `hours`. Without `flow` the word behind the kind would be taken for something else.',
    remedy: 'Write the kind of flow and `flow` before the name.',
  },
  'body-of-statement': {
    summary: 'The braces of a statement hold other statements.',
    why: 'The braces of a statement hold its parameters and branches. What should happen next stands below it, and what should happen in one of its branches stands in the braces of an `on`.',
    remedy: 'Move the statements below the closing brace, or into the braces of an `on …`.',
  },
  'misplaced-step': {
    summary: 'A `step` stands in the braces of a statement.',
    why: 'A step is a part of the flow that control reaches by its name alone, so it stands beside the statements and not inside of one.',
    remedy: 'Move it out of the braces, to the end of the flow.',
  },
  'misplaced-if': {
    summary: 'An `if` stands among the parameters of a statement.',
    why: 'A decision is a block of its own, *Check contact attributes*. The parameters of another block cannot depend on it: Connect fixes them when the flow is published, except for `$.` paths in them.',
    remedy: 'Put the `if` around the statement, or decide before it and keep the outcome in an attribute.',
  },
  'misplaced-jump': {
    summary: 'An arrow stands among the parameters of a statement.',
    why: 'In the braces of a statement only a branch leads somewhere: `on … -> name`. Where the statement itself leads is said below it.',
    remedy: 'Put the arrow below the closing brace, or write the branch that it is for.',
  },
  'outside-flow': {
    summary: 'A branch, an arrow or a label stands outside of any flow.',
    why: 'At the outermost level of a file stand declarations: flows, modules, queues, hours. A default such as `on error -> name` holds for the flow in whose braces it stands, not for the file.',
    remedy: 'Move it into the braces of the flow.',
  },
  'not-a-declaration': {
    summary: 'A line outside of all flows begins with something else than a word.',
    why: 'At the outermost level of a file stand declarations, and each begins with the word for what it declares.',
    remedy: 'Write the kind in front: `inbound flow Name { … }`, `queue Name { … }`, `existing queue Name`.',
  },
  'kind-of-existing-flow': {
    summary: 'The kind of an existing flow stands before the word `flow`.',
    why: '`existing` declares something that lives in the instance and is only looked up there. Its kind is a fact about it and not a part of the declaration, so it stands in braces, where the checker reads it.',
    remedy: 'Write `existing flow Name`, and the kind in braces if it is to be checked: `{ type: inbound }`.',
  },
};
