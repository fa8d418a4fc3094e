#!/usr/bin/env node
// Starts flowc. Written for any Node that can run at all, so that a too old one gets a sentence and not a stack trace;
// kept small, because every command pays for it. What it runs lies in dist/, made by `npm run build`.
'use strict';

var fs = require('fs');
var path = require('path');
var vm = require('vm');

var root = path.dirname(__dirname);
var dist = path.join(root, 'dist');

function fail(line) {
  fs.writeSync(2, 'flowc: ' + line + '\n');
  process.exit(2);
}

var node = process.versions.node.split('.');
if (Number(node[0]) < 20 || (Number(node[0]) === 20 && Number(node[1]) < 19)) {
  fail('Node ' + process.versions.node + ' is too old; flowc needs 20.19 or newer.');
}

var stamp;
try {
  stamp = JSON.parse(fs.readFileSync(path.join(dist, 'stamp.json'), 'utf8'));
} catch (error) {
  fail('this copy is not built; run `npm run build` in ' + root + '.');
}

var args = process.argv.slice(2);
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V' || args[0] === '-v')) {
  fs.writeSync(1, stamp.version + '\n');
  process.exit(0);
}

// V8 keeps what it compiled: a bundle starts in a fraction of the time from then on. V8 itself refuses a cache of another
// version of V8, or of other flags; it does not look at the source, so the build is part of the name. The verb is too,
// because a cache holds the functions that ran before it was made.
// Verbs with a bundle of their own, and those that are together in chunks of `cli.cjs`.
var bundled = ['build', 'check', 'explain', 'fmt', 'import', 'init', 'lsp'];
var others = ['local', 'refresh', 'env', 'plan', 'publish', 'rollback', 'pull', 'drift', 'adopt'];
var hasBundle = bundled.indexOf(args[0]) >= 0;
var verb = hasBundle || others.indexOf(args[0]) >= 0 ? args[0] : 'other';
var caches = [path.join(dist, 'cache')].concat(ownCaches()).map(function (folder) {
  return path.join(folder, process.version + '-' + process.arch + '-' + stamp.build);
});

/** The user's folder for caches, for a copy that somebody else installed. Not root's: `sudo` may keep a user's HOME. */
function ownCaches() {
  if (process.getuid && process.getuid() === 0) return [];
  var home = process.env.HOME;
  var folder = process.env.XDG_CACHE_HOME || process.env.LOCALAPPDATA || (home && path.join(home, '.cache'));
  return folder ? [path.join(folder, 'flowc')] : [];
}

function load(name) {
  var file = path.join(dist, name);
  var cached = name + '.' + verb;
  var data = kept(cached);
  // A bundle is one function expression in plain ASCII, which is read fastest like this.
  var script = new vm.Script(fs.readFileSync(file, 'latin1'), { filename: file, cachedData: data });
  var module = { exports: {} };
  script.runInThisContext()(module.exports, requireFrom, module);
  var isNew = data === undefined || script.cachedDataRejected;
  // The run that made a cache may have done little (`check --help`), so now and then it is looked at again.
  if (isNew || Math.random() < 1 / 32) {
    process.once('exit', function () {
      keep(cached, script, isNew ? 0 : data.length * 1.1);
    });
  }
  return module.exports;
}

function requireFrom(id) {
  return id.charAt(0) === '.' ? load(id.slice(2)) : require(id);
}

function kept(cached) {
  for (var i = 0; i < caches.length; i++) {
    try {
      return fs.readFileSync(path.join(caches[i], cached));
    } catch (error) {
      // The first time there is none.
    }
  }
}

/** Folders that may not be written to only mean that every start costs the same. */
function keep(cached, script, least) {
  var data = script.createCachedData();
  if (data.length < least) return;
  caches.some(function (folder) {
    return write(folder, cached, data);
  });
}

function write(folder, cached, data) {
  var file = path.join(folder, cached);
  var temporary = file + '.' + process.pid;
  try {
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(temporary, data, { flag: 'wx' });
    fs.renameSync(temporary, file);
    return true;
  } catch (error) {
    try {
      fs.unlinkSync(temporary);
    } catch (gone) {
      // It was never made.
    }
    return false;
  }
}

load((hasBundle ? verb : 'cli') + '.cjs').run(args, root);
