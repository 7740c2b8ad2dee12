/**
 * The few rules of this house that oxlint has no rule for (see ARCHITECTURE.md): what the pure folders may import
 * and that they never read the clock. Loaded by .oxlintrc.json; scripts/boundaries.test.mjs breaks each on purpose.
 */
import { builtinModules } from 'node:module';

const isRelative = (name) => name.startsWith('./') || name.startsWith('../');
const isBuiltin = (name) => name.startsWith('node:') || builtinModules.includes(name);

/** Calls `check(specifier, node)` for everything a file imports or re-exports, static or dynamic. */
function onImport(check) {
  const visit = (node) => {
    if (node.source?.type === 'Literal' && typeof node.source.value === 'string')
      check(node.source.value, node);
  };
  return {
    ImportDeclaration: visit,
    ExportNamedDeclaration: visit,
    ExportAllDeclaration: visit,
    ImportExpression: visit,
  };
}

const pureLibraries = {
  meta: { type: 'problem', schema: [{ type: 'object' }] },
  create(context) {
    const { allow = [] } = context.options[0] ?? {};
    return onImport((name, node) => {
      const pure = isRelative(name) || allow.some((one) => name === one || name.startsWith(`${one}/`));
      if (!pure)
        context.report({ node, message: `shared/ imports only its few pure libraries, not "${name}".` });
    });
  },
};

const noNode = {
  meta: { type: 'problem' },
  create(context) {
    return onImport((name, node) => {
      if (isBuiltin(name))
        context.report({ node, message: `The window has no Node: "${name}" cannot be imported.` });
    });
  },
};

const noClock = {
  meta: { type: 'problem' },
  create(context) {
    const message = 'shared/ has no clock: the time is given to it from outside.';
    const check = (node) => {
      const reads = node.callee.type === 'Identifier' && node.callee.name === 'Date';
      // `new Date(value)` only converts; `new Date()` and `Date()` ask what time it is.
      if (reads && (node.type === 'CallExpression' || node.arguments.length === 0))
        context.report({ node, message });
    };
    return { NewExpression: check, CallExpression: check };
  },
};

export default {
  meta: { name: 'stet' },
  rules: { 'pure-libraries': pureLibraries, 'no-node': noNode, 'no-clock': noClock },
};
