import { describe, expect, test } from 'vitest';
import { passwordFault } from './password';

const about = ['priya@thornmere.example', 'Priya Raman'];

describe('a new password', () => {
  test.each([
    ['short', 'at least 12'],
    ['elevenchars', 'at least 12'],
    ['password1234', 'easy to guess'],
    ['P@ssw0rd2026', 'easy to guess'],
    ['Passwort2024!', 'easy to guess'],
    ['qwertyuiop12', 'easy to guess'],
    ['1q2w3e4r5t6y', 'easy to guess'],
    ['abcdefghijkl', 'easy to guess'],
    ['aaaaaaaaaaaaaaaa', 'easy to guess'],
    ['abababababababab', 'easy to guess'],
    ['123456789012', 'easy to guess'],
    ['standbystandby', 'easy to guess'],
    ['priyathornmere', 'easy to guess'],
    ['PriyaRaman2026', 'easy to guess'],
    ['welcomeadmin1', 'easy to guess'],
    ['x'.repeat(257), 'at most 256'],
  ])('%s', (password, fault) => {
    expect(passwordFault(password, about)).toContain(fault);
  });

  test.each(['correct horse battery staple', 'Gänse fliegen tief', 'u8#kPz!m2Qw9', 'tea kettle orbit 9'])(
    '%s will do',
    (password) => {
      expect(passwordFault(password, about)).toBeNull();
    },
  );

  test('length counts what people see, not code units', () => {
    expect(passwordFault('🐙🦊🐝🌵🍋🚲🎈🪁🧭🪐🥁🧩')).toBeNull();
    expect(passwordFault('🐙🦊🐝🌵🍋🚲')).toContain('at least 12');
  });
});
