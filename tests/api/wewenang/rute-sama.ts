const SENDIRI = 'names nobody: it is about the account, the session or the phone that asks';
const UMUM = 'asks for no session: the same for everybody, signed in or not';
const TANDA = 'asks for no session: a phone is believed by its signature';

/** Every route that is not a line of the table: the same for whoever asks, and why. */
export const SAMA: Readonly<Record<string, string>> = {
  'get /api/session': SENDIRI,
  'get /api/password': SENDIRI,
  'put /api/password': SENDIRI,
  'get /api/passkeys': SENDIRI,
  'post /api/passkeys': SENDIRI,
  'get /api/devices': SENDIRI,
  'get /api/reminder': SENDIRI,
  'put /api/reminder': SENDIRI,
  'delete /api/reminder': SENDIRI,
  'get /api/recovery': 'empty but for whoever looks after the school: the ledger asks for her own grants',
  'put /api/photos/:sha': SENDIRI,
  'put /api/courier/:sha': 'what is carried counts by the signature of its author, whoever brings it',
  'post /api/views': 'a note of what the asker opened; of records that are not hers to see it keeps nothing',
  'post /api/sync': 'asked by every line of the table that is a command, or what a phone is given',
  'post /api/session': UMUM,
  'delete /api/session': UMUM,
  'post /api/session/passkey/options': UMUM,
  'post /api/session/passkey': UMUM,
  'post /api/lost': TANDA,
  'put /api/lost/:dev/:sha': TANDA,
  ...Object.fromEntries(
    [
      ...['/api/time', '/api/openapi.json', '/healthz', '/readyz', '/status', '/metrics', '/masalah/:code'],
      ...['/cek', '/cek/:code', '/api/receipt-key', '/api/courier', '/p/:kode', '/p/:kode/:foto'],
      ...['/publik', '/publik/metode', '/publik/sekolah/:npsn', '/publik/data/:nama'],
    ].map((path) => [`get ${path}`, UMUM]),
  ),
  'post /bagikan': UMUM,
};
