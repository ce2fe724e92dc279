import { expect, test } from 'vitest';
import { bacaIsian, butirBaru, type Isian, isianDari } from '../../../client/app/portofolio-isi.ts';
import { anEntriRecord } from '../../support/builders.ts';

const SHA = 'a'.repeat(64);
const BUTIR = { ...butirBaru(anEntriRecord()), judul: 'Pojok baca' };
const isian = (part: Partial<Isian> = {}): Isian => ({
  ...isianDari(null, 'Bu Sri'),
  butir: [BUTIR],
  ...part,
});
const kurang = (part: Partial<Isian>): string => {
  const hasil = bacaIsian(isian(part));
  return 'kurang' in hasil ? hasil.kurang : 'siap';
};
const foto = (izin: boolean, keterangan: string) => ({
  butir: [{ ...BUTIR, foto: [{ sha: SHA, keterangan, izin }] }],
});

test('what a portfolio lacks is said by the part that she can mend', () => {
  expect(kurang({})).toBe('siap');
  expect(kurang({ nama: '  ' })).toBe('nama');
  expect(kurang({ butir: [{ ...BUTIR, judul: 'ab' }] })).toBe('judul');
  expect(kurang(foto(false, 'Rak buku'))).toBe('foto');
  expect(kurang(foto(true, ' '))).toBe('foto');
  expect(kurang(foto(true, 'Rak buku'))).toBe('siap');
  expect(kurang({ pengantar: 'NIP 19870312 201101 2 004' })).toBe('nip');
  expect(kurang({ sebutan: 'x'.repeat(121) })).toBe('lain');
  expect(kurang({ butir: Array.from({ length: 15 }, () => ({ ...BUTIR, teks: 'x'.repeat(1200) })) })).toBe(
    'besar',
  );
});

test('a stored portfolio comes back into the form as it was, in whatever order its members lie', () => {
  const hasil = bacaIsian(isian(foto(true, 'Rak buku')));
  if (!('isi' in hasil)) throw new Error(hasil.kurang);
  const terbalik = JSON.parse(
    JSON.stringify(
      hasil.isi,
      Object.keys(hasil.isi).sort().concat(['entri', 'foto', 'izin', 'judul', 'keterangan', 'sha', 'teks']),
    ),
  );
  expect(JSON.stringify(isianDari(terbalik, 'lain'))).toBe(JSON.stringify(isianDari(hasil.isi, 'lain')));
});
