import { describe, expect, it } from 'vitest';
import { commitmentTo, emptyVault, identityFor, vaultFrom, type Vault } from './identity.ts';

const SALT = '0'.repeat(64);
const AT = '2026-11-23T14:02:03Z';
const JANE = { name: 'Jane Doe', contact: '', notes: '', salt: SALT, at: AT };

const vaultOf = (identities: Vault['identities']): Vault => ({ ...emptyVault('c'), identities });

describe('a commitment', () => {
  it('is the same for the same identity and salt, whatever stands beside them', () => {
    expect(commitmentTo(JANE)).toMatch(/^[0-9a-f]{64}$/);
    expect(commitmentTo({ ...JANE, at: '2030-01-01T00:00:00Z', pending: true } as typeof JANE)).toBe(
      commitmentTo({ salt: SALT, notes: '', contact: '', name: 'Jane Doe' }),
    );
  });

  it.each(['name', 'contact', 'notes', 'salt'] as const)('is another for another %s', (field) => {
    expect(commitmentTo({ ...JANE, [field]: 'x' })).not.toBe(commitmentTo(JANE));
  });

  it('does not take what moves from one field to the next for the same', () => {
    expect(commitmentTo({ ...JANE, name: 'Jane', contact: ' Doe' })).not.toBe(commitmentTo(JANE));
  });
});

describe('the identity that a commitment is to', () => {
  const second = { ...JANE, contact: '555', salt: '1'.repeat(64) };
  const vault = vaultOf({ s: [JANE, second], other: [JANE] });

  it('is the one of that source, an earlier one too', () => {
    expect(identityFor(vault, 's', commitmentTo(second))).toBe(second);
    expect(identityFor(vault, 's', commitmentTo(JANE))).toBe(JANE);
  });

  it('is none where the vault does not have it', () => {
    expect(identityFor(vault, 's', null)).toBeNull();
    expect(identityFor(vault, 's', 'a'.repeat(64))).toBeNull();
    expect(identityFor(vault, 'nobody', commitmentTo(JANE))).toBeNull();
    expect(identityFor(vault, 'toString', commitmentTo(JANE))).toBeNull();
    expect(identityFor(vault, 'other', commitmentTo(second))).toBeNull();
  });
});

describe('the file of a vault', () => {
  it('is read as it was written, also by a Stet that knew sources only', () => {
    const names = { protectedNames: [{ id: 'p', name: 'Jo', forms: ['Йо'] }], allowed: ['Jo'] };
    const vault = { ...vaultOf({ s: [JANE] }), ...names };
    expect(vaultFrom(structuredClone(vault))).toEqual(vault);
    const first = { format: 'stet-vault', formatVersion: 1, caseId: 'c', identities: { s: [JANE] } };
    expect(vaultFrom(first)).toEqual(vaultOf({ s: [JANE] }));
  });

  it.each([
    ['a salt that is none', { identities: { s: [{ ...JANE, salt: 'salt' }] } }],
    ['an identity without its name', { identities: { s: [{ ...JANE, name: undefined }] } }],
    ['another format', { format: 'stet-case' }],
    ['a newer version', { formatVersion: 3 }],
    ['protected names that are none', { protectedNames: ['Jo'] }],
    ['no protected names', { protectedNames: undefined }],
  ])('is refused with %s', (_what, fields) => {
    expect(vaultFrom(vaultOf({ s: [JANE] }))).not.toBeNull();
    expect(vaultFrom({ ...vaultOf({}), ...fields })).toBeNull();
  });
});
