// Says at the end how much memory the process needed at most (`peak` and kilobytes, on standard error).
'use strict';
process.on('exit', () => require('node:fs').writeSync(2, `peak ${process.resourceUsage().maxRSS}\n`));
