import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const contoh = (nama: string): string =>
  readFileSync(new URL(`../../../docs/contoh/${nama}`, import.meta.url), 'utf8');

test('ASVS V12: both examples of a proxy speak TLS 1.2 and 1.3 alone', () => {
  expect(/ssl_protocols ([^;]+);/.exec(contoh('nginx.conf'))?.[1]).toBe('TLSv1.2 TLSv1.3');
  expect(/protocols ([^\n]+)/.exec(contoh('Caddyfile'))?.[1]).toBe('tls1.2 tls1.3');
});

test('ASVS V12: every suite of the nginx example keeps past talks secret and is authenticated', () => {
  const suites = (/ssl_ciphers ([^;]+);/.exec(contoh('nginx.conf'))?.[1] ?? '').split(':');
  expect(suites.length).toBeGreaterThan(3);
  for (const suite of suites)
    expect(suite).toMatch(/^ECDHE-(ECDSA|RSA)-(AES\d+-GCM-SHA\d+|CHACHA20-POLY1305)$/);
});

test('ASVS V12: nothing but an answer that leads to HTTPS is given in clear, and the certificate is one that everybody trusts', () => {
  const nginx = contoh('nginx.conf');
  const clear = nginx.slice(nginx.indexOf('listen 80;'));
  expect(clear).toContain('return 301 https://');
  expect(clear).not.toContain('proxy_pass');
  expect(nginx).toContain('/etc/letsencrypt/live/');
  expect(nginx).not.toMatch(/ssl_verify|selfsigned/i);
  expect(contoh('Caddyfile')).not.toMatch(/tls internal|http:\/\//);
});
