/** Pages of what can be wrong with files and with the project file. */
import type { PagesOf } from '../diagnostics/page.ts';
import type { project } from './diagnostics.ts';

export const projectPages: PagesOf<typeof project> = {
  'not-found': {
    summary: 'A file or folder that was named does not exist.',
    why: 'Paths are relative to the folder in which the command runs. A path without a file is never passed over: a check that checked nothing would look like one that found nothing. Patterns such as `flows/*.flow` are for the shell: in quotes, and in `flowc.json`, nobody replaces them, and a folder stands for all that is in it anyway.',
    remedy: 'Check the path, or run the command without one: it then takes the whole project.',
  },
  'no-flows': {
    summary: 'A folder holds none of the files that the command reads.',
    why: '`check`, `build` and `fmt` look for `.flow` files in a folder, `import` for `.json` files. Folders whose name begins with a dot, `node_modules`, and the output of builds are passed over.',
    remedy: 'Name another folder, or correct `include` in `flowc.json`.',
  },
  'unknown-file': {
    summary: 'A file has a name that the command does not read.',
    why: 'The ending of a file says what it holds: `.flow` source, `.json` flow language. A file of another name is taken for a slip rather than guessed at. `check` reads both, `import` JSON, all other verbs `.flow`.',
    remedy:
      'Rename the file, or give its text on standard input: `flowc check - < file`. Of flow JSON `flowc import` makes `.flow` text.',
  },
  'no-permission': {
    summary: 'A file or folder may not be read.',
    why: 'The operating system refuses it to the user who runs flowc. A file that cannot be read is never passed over, since what it declares would be missing.',
    remedy: 'Check who owns the file and which permissions it has. In CI it is often a file that another user made.',
  },
  unreadable: {
    summary: 'A file or folder cannot be read.',
    why: 'The operating system reports a fault; the message says which.',
    remedy: 'Put right what the message says: a link that leads in a circle, a disk with a fault, too many open files.',
  },
  'too-large': {
    summary: 'A file is larger than any flow.',
    why: 'Connect takes flows of at most 256,000 characters. A file of many megabytes is something else, and reading it would only use up memory.',
    remedy: 'Check that it is the right file.',
  },
  binary: {
    summary: 'A `.flow` file is not text.',
    why: 'It holds a zero byte, which no text has. It may be an archive, a compiled file or a damaged one.',
    remedy: 'Give a text file, saved as UTF-8.',
  },
  'not-utf8': {
    summary: 'A `.flow` file is not encoded as UTF-8.',
    why: 'Source is UTF-8 and nothing else. In an older encoding (Shift_JIS, Windows-1252) Japanese prompts and accents would come out as other characters, and callers would hear them.',
    remedy: 'Save the file as UTF-8. On the command line: `iconv -f SHIFT_JIS -t UTF-8 old.flow > new.flow`.',
  },
  'utf-16': {
    summary: 'A `.flow` file is encoded as UTF-16.',
    why: 'Some shells and editors of Windows write UTF-16. Source is UTF-8 and nothing else, so that every tool sees the same text.',
    remedy: 'Save the file as UTF-8.',
  },
  'not-written': {
    summary: 'A file or folder cannot be written.',
    why: 'The operating system refuses it; the message says why. Files are written whole or not at all, so what was there before is still there.',
    remedy: 'Put right what the message says: a file in place of a folder, a full disk, a missing permission.',
  },
  'in-the-way': {
    summary: 'A file that would be written exists already.',
    why: '`import` does not overwrite what somebody may have edited since.',
    remedy: 'Choose another folder, or say `--force` if the files may be replaced.',
  },
  'invalid-json': {
    summary: 'The project file is not valid JSON.',
    why: '`flowc.json` says where the flows of a project are and where builds go. Without it flowc would have to guess.',
    remedy: 'Correct the place that the message shows. JSON has no comments, and no comma before a closing bracket.',
  },
  'unknown-setting': {
    summary: 'The project file has a setting that does not exist.',
    why: 'A setting that is spelled wrong would have no effect, and nobody would notice.',
    remedy:
      'Correct its name: there are `include` (files and folders with flows), `out` (the folder for builds), `environments` (see docs/instance/environments.md) and `lint` (see docs/lint/README.md).',
  },
  'setting-value': {
    summary: 'A setting of the project file has a value of another kind than it wants.',
    why: '`include` is a list of files and folders, `out` the path of one folder, `environments` settings of instances by name. Other values mean nothing.',
    remedy: 'Write the value as the message says.',
  },
  'unknown-rule': {
    summary: 'The project file chooses the level of a rule that does not exist.',
    why: 'The code is misspelt, or the rule was renamed; the level that was meant for it has no effect on anything.',
    remedy: 'Correct the code. `flowc check --list-rules` lists all rules.',
  },
  'fixed-rule': {
    summary: 'The project file chooses the level of something that is always an error.',
    why: 'Connect refuses such a flow, or it means nothing. Not to be told would not change that: it would come back when the flow is published.',
    remedy: 'Remove the code from `lint`, and put right what it says.',
  },
  'undeclared-param': {
    summary: 'The project file gives a value to a param that no file declares.',
    why: 'A value that nothing takes has no effect. Most often its name is spelled in another way than in the declaration.',
    remedy: 'Correct the name, declare the param (`param Greeting text`), or remove the value.',
  },
  'param-setting': {
    summary: 'The project file gives a param a value of another kind than it wants.',
    why: 'A param says its type, so that a slip in one environment’s values is told before anything is written there. Numbers and true or false stand bare in JSON, everything else in quotes.',
    remedy: 'Write the value as the message says.',
  },
  unbound: {
    summary: 'A name is bound to nothing in an environment.',
    why: 'Source speaks of names; which thing that is belongs to an environment, and is found by kind and name in the lists of its instance. A name that nothing answers to is told before anything is written. What the project itself declares without `existing`, and publishing creates, is not missing; numbers, Lambda functions, bots and views are never created.',
    remedy:
      'Correct the name; the message lists those that are near. Or create the thing in that instance (claim the number, associate the function), and run `flowc refresh` where a snapshot is used.',
  },
  ambiguous: {
    summary: 'More than one thing of an environment answers to a name.',
    why: 'Names are unique for most kinds, but two of the hidden digits of a number (`+81501234XXXX`) may fit several numbers, and bots and functions may be associated twice. flowc does not guess which was meant.',
    remedy: 'Write more digits of the number, rename one of the things, or pin the one that is meant: `= "arn:…"`.',
  },
  archived: {
    summary: 'A flow or module that the source refers to is archived in an environment.',
    why: 'Connect keeps archived flows, but lets nothing refer to them: a flow that transfers there would be refused.',
    remedy: 'Restore it in the console, name another one, or leave the reference out.',
  },
  'other-flow-type': {
    summary: 'An existing flow is of another type in an environment than its declaration says.',
    why: 'A whisper flow cannot stand where a queue flow is wanted, and the type of a flow never changes. What was checked with one type would be refused with the other.',
    remedy: 'Correct `type:` in the declaration, or name the flow that has this type.',
  },
  'not-there-yet': {
    summary: 'Something that the project declares is not in the environment yet.',
    why: 'Publishing will make it. A build for the environment cannot know the id that it will get, so it writes one that is made up of kind and name (they begin with `f10c0000`): Connect refuses a flow with such an id, and `flowc publish` replaces them.',
    remedy:
      'Nothing, if `flowc publish` follows. Where built files are deployed in another way, make the thing first and run `flowc refresh`.',
  },
  'not-listed': {
    summary: 'Things of this kind cannot be found by their name.',
    why: 'Templates of Amazon Connect Cases belong to the Cases domain; the API of Connect has no list of them, so a name cannot be bound.',
    remedy:
      'Pin the id: `existing case_template Inquiry = "…"`. Where environments differ, let a `param` say it, by its name alone: `= InquiryTemplate`.',
  },
  'unread-list': {
    summary: 'A list that a name is looked up in may not be read.',
    why: 'Names are bound against the lists of the instance. The credentials in use may not read this one, so whether the thing is there cannot be told.',
    remedy: 'Allow the operation (`connect:List…`; the message shows what the service says), or pin the ARN.',
  },
};
