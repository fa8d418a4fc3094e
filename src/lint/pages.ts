/** What to do about each finding of a rule, for its page. What it means and why it matters is in the rule's own `docs`. */

/** By code. Markdown. */
export const remedies: Readonly<Record<string, string>> = {
  // --------------------------------------------------------------------------------------- what Connect would refuse
  'service/attribute-key':
    'Write the name without dots and dollar signs. Flows, Lambda functions and reports that read the attribute have to use the new name too.',
  'service/conditions-not-supported':
    'Decide in a block of its own behind it: `match` or `if` on what it found, `menu` where a caller should choose.',
  'service/dangling-target': 'Lead the branch to a block of this flow. The message says which name was probably meant.',
  'service/empty-target': 'Lead the branch to a step or a label, or to `next`, `disconnect` or `end`.',
  'service/empty-value':
    'Write a value, or leave the parameter out. To clear an attribute, set it to a word of your own, such as `"none"`, and compare with that.',
  'service/event-hook-count': 'Set each flow in a statement of its own.',
  'service/exclusive-parameters':
    'Keep one of them. Written as a statement (`play "…"`, `play ssml "…"`, `play prompt Name`) there can be only one.',
  'service/identifier': 'Give the block a name without these characters, and lead its branches to the new name.',
  'service/invalid-condition':
    'Compare with one fixed text or number in each condition. What is none of the values goes by `on default`.',
  'service/invented-action':
    'Write the name that flow language has; the message says which it is. As a statement the block is called as in the console, and flowc writes the right name.',
  'service/missing-condition':
    'Add the condition. In `.flow` the conditions that a block must have are written by the compiler; only `match` needs cases of your own.',
  'service/missing-error':
    'Say where the contact goes then. As a statement (`transfer to queue { on at_capacity -> … }`) the branch can also come from a default at the head of the flow.',
  'service/missing-next': 'Give the block a NextAction: the block that comes next when all went well.',
  'service/missing-one-of': 'Give the block one of the parameters that the message lists.',
  'service/missing-parameter': 'Add the parameter.',
  'service/module-contract':
    'Correct the name of the input or the branch, or the declaration of the module if that is out of date.',
  'service/no-branches-allowed': 'Remove the branches: nothing comes after the end.',
  'service/no-start': 'Let `StartAction` name the first block.',
  'service/not-an-id':
    'In `.flow` declare the thing and speak of it by name, without quotes; the environment knows its id. In JSON write its id or ARN.',
  'service/number-not-claimed':
    'Declare the number if the instance has it. Otherwise write one that it has, or leave the caller ID out: the queue has its own.',
  'service/parameter-range': 'Write a value within the range.',
  'service/parameter-type': 'Write the value in quotes: `"true"`, `"5"`.',
  'service/parameter-value':
    'Write one of the values that the message lists, with the same capitals. In `.flow` the words of statements are turned into the right ones.',
  'service/path-not-allowed':
    'Write a fixed value. Where it should depend on an attribute, decide before with `match` or `if`, and have a block for each case.',
  'service/path-required':
    'Put the value into an attribute first (`set attributes { … }`), and give its path: `$.Attributes.name`.',
  'service/percentages':
    'Write each threshold as 1 plus all shares so far, each higher than the one before. In `.flow` the shares are written as they are meant (`on 30% -> name`), and the compiler adds them up.',
  'service/redaction-language':
    'Leave redaction out. Keep what is sensitive out of the recording instead: switch recording off while it is said, and logging off while it is keyed in.',
  'service/refused-error':
    'Remove the branch. Blocks that cannot fail have none, and blocks that decide call theirs `default`.',
  'service/settings': 'Modules need `Settings`, and flows must not have it. In `.flow` the compiler writes it.',
  'service/size':
    'Move a part of the flow into a module or into a flow of its own, and lead to it with `invoke module` or `transfer to flow`.',
  'service/too-many-tags': 'Leave some out, or keep them as contact attributes, of which a contact may have many.',
  'service/unknown-action':
    'Correct the name if it is a slip. If the block is new in Connect, leave it as it is: flowc passes it on to the letter.',
  'service/unknown-parameter': 'Correct the name, or remove the parameter. The message says what was probably meant.',
  'service/version': 'Write `"2019-10-30"`. In `.flow` the compiler writes it.',
  'service/wait-in-continue-branch':
    'Let what runs meanwhile do without waiting, or wait before. A prompt takes time too, and is allowed.',
  'service/wrong-flow-type':
    'Use a block that this kind of flow has (a whisper ends with `end`, not with `disconnect`), or move the block to a flow of the right kind.',
  'service/wrong-member': 'Write it as the designer exports it: the page of the action shows one.',

  // ---------------------------------------------------------------------------------------- what callers suffer from
  'lint/account-id':
    'Write a name that is resolved in each environment: by the project where a block refers to something, by the Lambda function where the value is for one.',
  'lint/analytics-language':
    'Leave out what the language does not have, or correct the language if another one is spoken.',
  'lint/attribute-never-set':
    'Correct the name. If the attribute really comes from elsewhere, declare it (`attribute name`), and the hint is gone.',
  'lint/attribute-set-on-some-paths':
    'Set it on the other paths too, or before they part; or say the sentence only where it is set.',
  'lint/callback-number':
    'Ask for the number and set it with `set callback_number`. If the number that the call came from is right, say so to the caller and set it: `set callback_number $.CustomerEndpoint.Address`.',
  'lint/callback-without-caller-id':
    'Add `caller_id: { number: … }` to the queue, or send the callback to a queue that has one.',
  'lint/end-key-cancels': 'Write `cancel_key: off` beside `ends_with`, or let another key end the input.',
  'lint/event-hook-flow':
    'Name a flow of the kind that the event wants, or set the event in a flow that can: in the inbound flow, before the contact is queued.',
  'lint/external-not-returned':
    'Correct the key; the message says what was probably meant. If the function does return it, add it to `returns` in its declaration.',
  'lint/flow-attribute-not-set':
    'Set it before it is read. What comes from another flow or from a module is a contact attribute: `$.Attributes.name`.',
  'lint/handled-key-not-spoken':
    'Say the option in the text, or remove the branch. Where the key is meant for those who know it, the hint can be left alone.',
  'lint/impossible-value':
    'Correct the value, capitals included. If the attribute has more values than are declared, add it to its declaration.',
  'lint/key-not-declared':
    'Correct the key, or the declaration if that is out of date. What the function, the bot or the view really has is not to be seen from here.',
  'lint/lambda-chain':
    'Say something between the calls (`play "One moment, please."`), shorten the time limits, or ask one function for all of it.',
  'lint/lambda-error-ignored': 'Give the error branch a target of its own, where the answer is not needed.',
  'lint/lambda-timeout':
    'Write at most 8 seconds. What takes longer is called asynchronously (`async: on`), and its answer is fetched later.',
  'lint/logging-sensitive-input':
    'Write `set logging off` before the statement that asks, and `set logging on` behind it, on its error branch too.',
  'lint/loop-prompts-interrupt': 'Interrupt every 20 seconds or less often, and keep single prompts shorter than that.',
  'lint/namespace-not-here':
    'Read it in a flow that has it, such as a whisper flow for the agent’s name; or put it into a contact attribute where it is known, and read that.',
  'lint/module-branch-not-handled':
    'Give the branch a line in the braces of the call, or add `on default`. A branch that the module no longer returns is to be taken out of its `branches`.',
  'lint/module-value-not-declared':
    'Correct the key; the message says what was probably meant. If the module does have it, add it to its declaration.',
  'lint/near-quota': 'Move a part of the flow into a module or a flow of its own while there is time to choose which.',
  'lint/no-queue': 'Set the working queue (`set queue`) on every path that leads to the block.',
  'lint/no-way-out':
    'Count the rounds with `repeat`, and lead to an end behind it; or let one of the branches end the flow or transfer the contact.',
  'lint/pinned-arn':
    'Remove `= "arn:…"`. The text behind the identifier, or the identifier itself, is the name by which each environment finds the thing.',
  'lint/prompt-too-long':
    'Divide the text into several prompts. Long terms are better sent as a message than read out.',
  'lint/read-before-filled':
    'Lead every path through a block that fills the value, or read it only where such a block has run.',
  'lint/recording-in-queue': 'Set recording before the contact is queued, or in a whisper flow, which always runs.',
  'lint/retired': 'Remove the block, and the branches that depend on its answer.',
  'lint/shadowed-condition':
    'Remove one of the two, or correct the value of the one that was meant for something else.',
  'lint/silent-cycle': 'Put something that takes time into the circle: a `wait`, a prompt, or a `repeat` that counts.',
  'lint/spoken-key-not-handled': 'Add a branch for the key, or correct the text.',
  'lint/ssml-in-text': 'Write `ssml` before the text: `play ssml "<speak>…</speak>"`.',
  'lint/ssml-malformed':
    'Close the tags in the order in which they were opened, inside of one `<speak>`; write `&` as `&amp;`. Or say it as plain text.',
  'lint/text-for-path':
    'Write `$.` in front of it, without quotes in a `.flow` file. Where the letters themselves are meant, a comment says so: `// flowc-ignore lint/text-for-path: …`.',
  'lint/text-script':
    'Set a voice of the language before the text, such as `set voice Kazuha neural` for Japanese. In an inbound flow that is best the first statement.',
  'lint/unbounded-retry': 'Put the menu into a `repeat`, and say goodbye behind it.',
  'lint/unknown-answer':
    'Correct the name; the message says what was probably meant. If the bot or the view does answer that, add it to its declaration.',
  'lint/unknown-namespace':
    'Correct the beginning of the path. For an attribute of your own write `$.Attributes.` before its name.',
  'lint/unreachable-block': 'Lead a branch to the block, or remove it.',
  'lint/voice-engine': 'Choose an engine that the voice has, or another voice.',
  'lint/voice-style': 'Leave the style out, or choose a voice and an engine that have it.',
  'lint/voice-language': 'Choose a voice that speaks the language, or correct the language.',
  'lint/wrong-channel':
    'Look at the channel before (`match $.Channel`), and use what each channel has: plain text and views for chat, keys and recordings for calls.',
  'lint/answer-hangs-up': 'Lead the key to what the menu offers, or say goodbye before the call ends.',
  'lint/callback-number-refused':
    'Lead both branches back to where the number is asked for, or to a prompt that says which number will be called.',
  'lint/literal-arn':
    'Declare the thing (`existing queue Leads "Team leads"`) and write its name, without quotes; the environment knows the ARN.',
  'lint/missing-translation':
    'Say the text in the language of each branch before the branches meet, or read it from an attribute that was set with the voice.',
  'lint/queue-channel':
    'Add the channel to `serves` in a routing profile, or send contacts of this channel to another queue.',
  'lint/recording-on-some-paths': 'Set recording where all ways have met, or on each of them, on or off.',
  'lint/silent-menu': 'Say what there is to press.',
  'lint/silent-queue': 'Let `loop_prompts` play music or messages until an agent answers.',
  'lint/text-language': 'Set a voice that speaks the language of the text, or translate the text.',
  'lint/analytics-one-side': 'Record agent and customer, or switch analytics off.',
  'lint/attribute-names-alike': 'Use one of the two names everywhere, in functions and reports too.',
  'lint/bot-language': 'Set the contact’s language together with the voice.',
  'lint/callback-retry-soon': 'Wait ten minutes or so between two attempts.',
  'lint/closed-hangs-up': 'Play a prompt with the opening hours on the branch for closed hours.',
  'lint/doubled-path': 'Write the path once.',
  'lint/error-hangs-up': 'Play an apology before the call ends, or lead the error branch to a queue.',
  'lint/external-overwritten':
    'Keep the value in a contact attribute (`set attributes`) before the second call, and read that.',
  'lint/hard-coded-number': 'Keep the number in a contact attribute or in a `param`.',
  'lint/identical-blocks': 'Lead both ways to one block; in `.flow` that is a `step`.',
  'lint/lambda-failure-hangs-up':
    'Play an apology before the call ends, or lead the error branch to a queue where a person can help.',
  'lint/logging-left-off': 'Switch logging on again behind the input.',
  'lint/long-prompt': 'Say what matters first; shorten the rest, or send it as a message.',
  'lint/many-keys': 'Ask in two steps, or drop what few callers choose.',
  'lint/many-rounds': 'Three rounds are enough; lead to a queue behind them, or say goodbye.',
  'lint/menu-timeout-short': 'Give the menu five seconds or more.',
  'lint/no-logging': 'Begin the flow with `set logging on`, or say `set logging off` where nothing may be logged.',
  'lint/no-recording': 'Set recording before the transfer, on or off.',
  'lint/no-way-to-person': 'Lead a key, or the branch for answers that nothing fits, to a queue.',
  'lint/padded-value': 'Remove the blank.',
  'lint/path-in-braces': 'Remove the braces, and put a blank behind the path where punctuation follows.',
  'lint/placeholder-text': 'Write what is to be said.',
  'lint/pointless-decision': 'Lead each branch to where it was meant to go, or remove the block.',
  'lint/queue-full-hangs-up': 'Lead the branch to a prompt, a callback or another queue.',
  'lint/recording-lost-on-transfer': 'Transfer to a queue, or set recording only where the call goes to agents.',
  'lint/said-twice': 'Remove one of the two, or correct the text that was copied.',
  'lint/sensitive-attribute': 'Encrypt the input, or hand it to a Lambda function and keep only what that answers.',
  'lint/ssml-break-too-long': 'Shorten the pause, or put several of up to ten seconds in a row.',
  'lint/transfer-unchecked':
    'Put *Check hours of operation* or *Check staffing* before the transfer, with a prompt or a callback where nobody is there.',
  'lint/unencrypted-input': 'Encrypt the input (`encryption`), with a key whose private half only the receiver has.',
  'lint/unused-input': 'Read `$.StoredCustomerInput` behind the block, or remove the block.',
};
