/** Pages of what the checker says about names and declarations. */
import type { PagesOf } from '../diagnostics/page.ts';
import type { entityDiagnostic } from './diagnostics.ts';

export const entityPages: PagesOf<typeof entityDiagnostic> = {
  // ------------------------------------------------------------------------------------------------------------ names
  'unknown-kind': {
    summary: 'A declaration begins with a word that is no kind of thing.',
    why: 'A declaration says first what it declares: a queue, hours, a number, a flow. With another word nobody knows what it is, and everything that speaks of it finds nothing.',
    remedy:
      'Correct the word; the [list of entities](../../entities/README.md) has all kinds. A statement, such as `play`, belongs in the braces of a flow.',
  },
  'duplicate-name': {
    summary: 'Two declarations of one kind have the same name.',
    why: 'All files of a project share one namespace, so a name means the same everywhere. With two queues of one name nobody could tell to which of them a caller goes. Things of different kinds may share a name.',
    remedy: 'Rename one of the two, or remove the one that is left over from a copy.',
  },
  'duplicate-display-name': {
    summary: 'Two things of one kind are called the same in Connect.',
    why: 'Connect knows queues, flows, hours and the like by their names within an instance, and refuses a second one of the same name.',
    remedy: 'Give one of them another text behind its name.',
  },
  'pin-without-existing': {
    summary: 'A declaration of something that the project manages has an ARN.',
    why: 'Whatever a project declares with a body is created and updated from it, in each environment anew, and Connect gives it its ARN. Only what exists already can be pinned to one.',
    remedy:
      'Write `existing` in front if it lives in the instance. Better still, leave the ARN out: then each environment finds it by its name.',
  },
  'body-on-existing': {
    summary: 'Something that is only looked up is described.',
    why: '`existing` says that a thing lives in the instance and that this project never writes it. Properties in its braces would look as if they had an effect. What helps the checker may stand there: the kind of a flow, what a function takes and returns, the branches of a module.',
    remedy: 'Remove the property, or remove `existing` if the project is to manage the thing from now on.',
  },
  'undeclared-name': {
    summary: 'A declaration speaks of something that no file of the project declares.',
    why: 'Relations are kept by name: a queue has hours, a number leads to a flow. A name that nothing has is a slip of the pen, or something that lives in the instance and was not declared yet.',
    remedy: 'Correct the name, or declare the thing; `existing hours Name` is enough for what already exists.',
  },
  'other-kind': {
    summary: 'A name stands for a thing of another kind than is wanted.',
    why: 'Connect’s relations are between kinds: a user has a routing profile, a queue has hours. A name of another kind cannot be put there.',
    remedy: 'Name a thing of the right kind.',
  },
  'other-flow-type': {
    summary: 'A flow of another kind is named than is wanted.',
    why: 'Connect runs a flow only where its kind belongs: a number leads to an inbound flow, a quick connect to a transfer flow, an outbound whisper is one of its kind. A flow of another kind is refused or never run.',
    remedy: 'Name a flow that is declared with that kind, or correct the kind of the flow.',
  },

  // ----------------------------------------------------------------------------------------------- what braces may say
  'unknown-property': {
    summary: 'A declaration has no property of that name.',
    why: 'The properties of each kind are those of Connect’s own model. One that does not exist would be dropped, and the thing would not be what its declaration says.',
    remedy: 'Correct the name; the message says what was probably meant, or lists what there is.',
  },
  'missing-property': {
    summary: 'A declaration lacks a property that Connect requires.',
    why: 'Connect refuses to create the thing without it: a queue needs hours, hours need a time zone, a user needs a routing profile.',
    remedy: 'Add it in the braces.',
  },
  'param-form': {
    summary: 'The declaration of a param has a part that it cannot have, or lacks its type.',
    why: 'A param is a name, a type and perhaps a default: `param Greeting text = "Hello."`. The type says what environments may give it, so that a slip in `flowc.json` is told before anything is written.',
    remedy:
      'Write it as `param Name type` or `param Name type = default`. The types are in docs/language/14-params.md.',
  },
  'duplicate-param': {
    summary: 'Two params have the same name.',
    why: 'All files of a project share one namespace, and `flowc.json` gives values by name: nobody could tell which of the two is meant.',
    remedy: 'Rename one of them, or remove it.',
  },
  'param-default': {
    summary: 'The default of a param is of another kind than its type.',
    why: 'A default stands for the value wherever an environment gives none, so it must be a value of that type.',
    remedy: 'Correct the default or the type.',
  },
  'unknown-param': {
    summary: 'A param is used that no file declares.',
    why: '`param Name` stands for the value that the environment gives the name. Without a declaration nobody knows what kind of value that is.',
    remedy:
      'Correct the name, or declare it: `param Greeting text = "Hello."`. The message says which may have been meant.',
  },
  'unused-param': {
    summary: 'A param is declared and used nowhere.',
    why: 'Its values in `flowc.json` have no effect. Often a use was meant and the value written out instead, so that all environments have the same.',
    remedy: 'Write `param Name` where the value belongs, or remove the declaration and its values.',
  },
  'param-without-value': {
    summary: 'A param has neither a value in an environment nor a default.',
    why: 'Something has to stand in its place when a flow is built for that environment, and flowc does not guess.',
    remedy:
      'Give it a value in `flowc.json` under `environments`, the environment, `params`; or a default in its declaration.',
  },
  'duplicate-property': {
    summary: 'A property is said twice in one declaration.',
    why: 'A property has one value. Which of the two was meant nobody can tell.',
    remedy: 'Remove one of them.',
  },
  'property-form': {
    summary: 'Something stands in the braces of a declaration that is no property.',
    why: 'In the braces of a declaration stand properties, `key: value`, one a line. Most often the colon was forgotten.',
    remedy: 'Write it as `key: value`. `flowc check --fix` adds a colon that was forgotten.',
  },
  'refused-property': {
    summary: 'A declaration says something that must not stand in source.',
    why: 'Source is read by many and kept for good. A password in it is a password that everybody has, and Connect’s own console keeps passwords to their owner.',
    remedy: 'Remove it. What it should say is set where the message tells.',
  },
  'property-kind': {
    summary: 'A property has a value of another kind than it wants.',
    why: 'Lists stand in brackets, texts in quotes, times have a unit, switches are `on` or `off`, and names of other things stand bare. A value of another kind has no meaning there.',
    remedy: 'Write the value as the message says.',
  },
  'property-range': {
    summary: 'A number or a text is outside of what Connect takes.',
    why: 'The limits are those of the API: an agent takes one call at a time, a priority goes from 1 to 99, a name has at most 127 characters. Connect refuses anything beyond.',
    remedy: 'Write a value within the limits that the message names.',
  },
  'property-word': {
    summary: 'A property has a word that is none of its values.',
    why: 'Where Connect knows a fixed set of values, the property is one of those words. Any other would be refused.',
    remedy: 'Write one of the words; the message says what was probably meant, or lists them.',
  },
  'listed-twice': {
    summary: 'The same thing stands twice in a list.',
    why: 'Such a list names each thing once. Often the second was meant to be another one, and that one is missing.',
    remedy: 'Remove one of them, or name the one that was meant.',
  },
  'either-property': {
    summary: 'Properties stand together of which there can be only one, or none of them is there.',
    why: 'Some things are one of several: a quick connect goes to a queue, to a user or to a telephone number. With two of them nobody could tell where it goes, and without any it goes nowhere.',
    remedy: 'Say exactly one of them.',
  },
  'together-property': {
    summary: 'A property lacks another one that belongs to it.',
    why: 'Some properties say something only together: a quick connect to a queue needs the flow that runs during the transfer. Connect refuses one without the other.',
    remedy: 'Add what is missing.',
  },
  'wrong-type': {
    summary: 'The type of a value is none that there is.',
    why: 'What a Lambda function or a module takes and returns is said with a few types, so that the checker can tell whether a flow reads what is really there.',
    remedy:
      'Write `text`, `number` or another type that the message lists, quoted values with `|` between them, `[type]` for a list, or `{ key: type }`.',
  },
  'default-value': {
    summary: 'The default of an attribute is none of its values.',
    why: 'An attribute that lists its values has no others, so flows compare with those only. A default that is none of them would match nothing.',
    remedy: 'Add it to the values, or choose one of them.',
  },

  // -------------------------------------------------------------------------------- what stands between name and braces
  'missing-text': {
    summary: 'A declaration lacks the text that stands behind its name.',
    why: 'For some kinds the text is what Connect knows the thing by: without its telephone number nobody can tell which number is meant.',
    remedy: 'Write it in quotes behind the name.',
  },
  'surplus-text': {
    summary: 'Too much stands between the name of a declaration and its braces.',
    why: 'Behind the name there is room for one text, the name in Connect (of a number: the number itself). Everything else is a property with a name.',
    remedy: 'Remove it, or write it as `key: value` in braces.',
  },
  'wrong-characters': {
    summary: 'A name has characters that Connect does not take.',
    why: 'Connect restricts the characters of some names. An attribute, for example, cannot have a dot in its name, because the dot separates the parts of a path: nothing could ever read it.',
    remedy: 'Leave the characters out, or replace them by `_` or `-`.',
  },
  'target-not-here': {
    summary: 'An arrow stands behind a declaration that leads nowhere.',
    why: 'Only a telephone number leads to a flow. A contact comes to a queue by a flow that sets it, and to a flow of a quick connect by its `flow` property.',
    remedy: 'Remove the arrow.',
  },

  // ------------------------------------------------------------------------------------------- times, dates and numbers
  'unknown-time-zone': {
    summary: 'There is no time zone of that name.',
    why: 'Connect takes the names of the IANA time zone database. They are mostly a continent and its largest city, so not every large city is one: all of Japan is `Asia/Tokyo`.',
    remedy: 'Write the name of the zone; the message says what was probably meant.',
  },
  'not-a-phone-number': {
    summary: 'A telephone number is not in E.164 form.',
    why: 'Connect takes telephone numbers in the international form only: a plus sign, the country code, and the number without its leading zero, all without blanks, dashes or brackets.',
    remedy: 'Write `+` and the digits. `flowc check --fix` does it where only the signs between the digits are wrong.',
  },
  'not-a-time': {
    summary: 'A time is none that a day has.',
    why: 'Times go from `00:00` to `24:00`, with the hour from 00 and the minute from 00 to 59.',
    remedy: 'Correct the time.',
  },
  'not-a-date': {
    summary: 'A date is none that a calendar has.',
    why: 'A day that does not exist would never come: the centre would be open on the day that it should be closed.',
    remedy: 'Correct the date. Dates are written year, month, day: `2026-12-29`.',
  },
  'hours-reversed': {
    summary: 'A range of hours ends before it begins.',
    why: 'Connect keeps hours by the day, and a range cannot go over midnight.',
    remedy: 'Divide a night into two ranges: up to `24:00` on one day, and from `00:00` on the next.',
  },
  'dates-reversed': {
    summary: 'A range of dates ends before it begins.',
    why: 'Such a range holds no day at all, so the holiday that it was meant for would not be one. Around the turn of the year it is mostly the year that is wrong.',
    remedy: 'Write the earlier day first, and look at the years.',
  },
  'hours-overlap': {
    summary: 'Two ranges of hours on one day overlap.',
    why: 'The ranges of a day stand one after the other. Mostly a break in the middle of the day was meant, and one of the times is wrong.',
    remedy: 'Let the second begin when the first ends or later, or make one range of the two.',
  },
  'dates-overlap': {
    summary: 'Two exceptions to the hours share a day.',
    why: 'For each day there can be one answer to the question whether the centre is open. Where two exceptions disagree, Connect’s answer depends on their kind and order, which nobody sees in the declaration.',
    remedy: 'Let one of them end before the other begins.',
  },
  'day-said-twice': {
    summary: 'A day of the week has two sets of hours.',
    why: 'A day has one set of hours, which may be several ranges. With two nobody could tell which holds.',
    remedy: 'Say each day once. Several ranges go into a list: `mon-fri: [09:00-12:00, 13:00-18:00]`.',
  },
  'never-open': {
    summary: 'Hours of operation have no hours.',
    why: 'Every call that checks these hours is told that the centre is closed. Hours that are closed for good are rarely meant; mostly the days of the week were forgotten.',
    remedy: 'Add the days of the week: `mon-fri: 09:00-18:00`.',
  },

  // ----------------------------------------------------------------------------------------------------- how much, how many
  'over-limit': {
    summary: 'There is more of something than Connect takes.',
    why: 'The limit is fixed and cannot be raised. Connect refuses what is beyond it.',
    remedy: 'Take some out. Of exceptions to hours, those of past years can go.',
  },
  'over-quota': {
    summary: 'There is more of something than an instance takes unless its quota was raised.',
    why: 'An instance has a quota for each kind of thing, which AWS raises on request. Beyond it publishing fails in the middle: some things would be there and others not.',
    remedy:
      'Have the quota raised before publishing (Service Quotas in the AWS console), or take some out. If it has been raised, the warning can be left alone.',
  },

  // ------------------------------------------------------------------------------------------------- the project as a whole
  'served-twice': {
    summary: 'A routing profile serves a queue twice for the same channel.',
    why: 'A routing profile has one priority and one delay for each queue and channel, and Connect refuses a second.',
    remedy: 'Remove the channel from one of the two.',
  },
  'channel-without-concurrency': {
    summary: 'A routing profile serves a queue for a channel that its agents do not take.',
    why: '`concurrency` says how many contacts of each channel an agent takes at a time. A channel that is not in it is one that the agents never get, so contacts of that channel wait in the queue although the profile seems to serve it.',
    remedy: 'Add the channel to `concurrency`, or remove it from `channels`.',
  },
  'number-without-flow': {
    summary: 'A telephone number leads to no flow.',
    why: 'A number that leads to no flow is claimed and paid for, and whoever calls it reaches nobody.',
    remedy:
      'Write `-> flow` behind the number. If somebody else looks after where it leads, write `existing` before it.',
  },
  'queue-not-served': {
    summary: 'No routing profile serves a queue.',
    why: 'Agents get contacts from the queues of their routing profile. A queue in none of them fills up, and its callers hear the waiting music until they hang up.',
    remedy: 'Add `serves Name { … }` to the routing profile of those who should answer.',
  },
  'profile-without-user': {
    summary: 'Nobody has a routing profile.',
    why: 'A routing profile works only through the users who have it. One that nobody has is left over, or the users that should have it still have another one. It is told only where the project manages its users.',
    remedy: 'Give it to a user, or remove it.',
  },
  'foreign-hours': {
    summary: 'A queue keeps hours in another time zone than its number’s country has.',
    why: 'A queue that shows a Japanese number to those it calls, and keeps the hours of New York, is open in the night. The time zone is the field that copies of hours keep by mistake.',
    remedy: 'Correct the time zone, or choose other hours. Where it is meant so, the warning can be left alone.',
  },
};
