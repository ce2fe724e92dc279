import { SHARD_INSTANSI } from '../../../server/operations/instansi.ts';
import { shardOf } from '../../../shared/protocol/index.ts';
import { SHARD } from '../../support/builders.ts';
import {
  aServer,
  BU_LAIN,
  BUDI,
  ORIGIN,
  PAK_TRISNO,
  type Person,
  SRI,
  type TestServer,
} from '../../support/server.ts';

/** The school that {@link BU_LAIN} heads; nobody rates her in it. */
const SEKOLAH_LAIN = shardOf('20104523');
/** Where the pengawas rates the head of {@link SHARD}. */
const WILAYAH = 'sek:P0000001';
/** Where the district decides, and imports. */
const DINAS = SHARD_INSTANSI;

const BU_HARTATI: Person = {
  id: 'p_pengawas',
  nip: '197203141998032002',
  nama: 'Hartati',
  shard: WILAYAH,
  view: 'sekolah',
  peran: 'penilai',
};
/** A teacher of the other school. */
const ANDI: Person = {
  id: 'p_andi01',
  nip: '198505052010011009',
  nama: 'Andi',
  shard: SEKOLAH_LAIN,
};
/** Taught at the school until yesterday. */
const YANTI: Person = { id: 'p_yanti1', nip: '198606062011012008', nama: 'Yanti' };

/** Keeps the accounts of the school, and teaches nobody. */
const TATA: Person = { id: 'p_tata01', nip: '198506212010031001', nama: 'Tata', peran: 'admin' };
/** The same at the other school. */
const JOKO: Person = {
  ...{ id: 'p_joko01', nip: '198407222009031002', nama: 'Joko' },
  ...{ shard: SEKOLAH_LAIN, peran: 'admin' },
};
/** The admin of the district. */
const WAWAN: Person = {
  ...{ id: 'p_wawan1', nip: '197106211998031001', nama: 'Wawan', jabatan: 'Admin Dinas' },
  ...{ shard: DINAS, peran: 'admin' },
};

/**
 * Who asks. `sri` owns what is asked for, `budi` teaches beside her, `trisno` is their head, `hartati` his pengawas,
 * `ratna` heads another school, `andi` teaches there, `yanti` has left the school. `tata` is the admin of the school, `joko`
 * of the other one, `wawan` of the district.
 */
export const ORANG = {
  sri: SRI,
  budi: BUDI,
  trisno: PAK_TRISNO,
  hartati: BU_HARTATI,
  ratna: BU_LAIN,
  andi: ANDI,
  yanti: YANTI,
  tata: TATA,
  joko: JOKO,
  wawan: WAWAN,
} as const;
export type Siapa = keyof typeof ORANG;
export const SEMUA = Object.keys(ORANG) as readonly Siapa[];

/** A school with its teachers, its head and his pengawas, and another school; each right as the product grants it. */
export const aKabupaten = async (): Promise<TestServer> => {
  const server = await aServer({ people: Object.values(ORANG), config: { origins: [ORIGIN] } });
  const now = server.clock.now();
  await server.store.write(async (tx) => {
    const tetap = { since: 0, until: null };
    await tx.putGrant({ account: BU_HARTATI.id, shard: SHARD, view: 'keberatan', peran: 'atasan', ...tetap });
    await tx.putGrant({ account: PAK_TRISNO.id, shard: WILAYAH, view: 'milik', peran: 'guru', ...tetap });
    await tx.putGrant({
      account: YANTI.id,
      shard: SHARD,
      view: 'milik',
      peran: 'guru',
      since: 0,
      until: now - 1,
    });
  });
  return server;
};
