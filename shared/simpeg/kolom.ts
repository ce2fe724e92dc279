import { nilaiSel, type Sel } from './sel.ts';

/** What a column of personnel data may hold. `nomor` is the running number, which nothing uses. */
export const KOLOM = [
  'nomor',
  'nip',
  'nuptk',
  'nik',
  'nama',
  'gelarDepan',
  'gelarBelakang',
  'tempatLahir',
  'tanggalLahir',
  'jk',
  'status',
  'golongan',
  'tmtGolongan',
  'jabatan',
  'jenjang',
  'tmtJabatan',
  'unit',
  'npsn',
  'nipAtasan',
  'email',
  'hp',
] as const;
/** One of the columns. */
export type Kolom = (typeof KOLOM)[number];

/** Headers as offices write them, without spaces, signs and capitals. The first is what SIMPEG's own export says. */
const SEBUTAN: Readonly<Record<Kolom, readonly string[]>> = {
  nomor: ['no', 'nomor', 'nourut', 'nomorurut'],
  nip: [
    'nip',
    'nipbaru',
    'nippegawai',
    'nomorindukpegawai',
    'nipnipppk',
    'nipnip3k',
    'nippppk',
    'nipppk',
    'nipnippk',
  ],
  nuptk: ['nuptk', 'nonuptk', 'nomornuptk'],
  nik: ['nik', 'noktp', 'nomorktp', 'nonik', 'nomorindukkependudukan'],
  nama: ['nama', 'namapegawai', 'namalengkap', 'namaguru', 'namaptk', 'namatanpagelar', 'namaasn', 'namapns'],
  gelarDepan: ['gelardepan', 'glrdepan', 'gelardpn'],
  gelarBelakang: ['gelarbelakang', 'glrbelakang', 'gelarblkg', 'gelar'],
  tempatLahir: ['tempatlahir', 'tmplahir', 'tmptlahir', 'tempatlhr', 'kotalahir'],
  tanggalLahir: ['tanggallahir', 'tgllahir', 'tgllhr', 'tanggallhr', 'lahir', 'dob'],
  jk: ['jk', 'jeniskelamin', 'lp', 'kelamin', 'jnskelamin', 'gender', 'sex'],
  status: [
    'status',
    'statuspegawai',
    'statuskepegawaian',
    'jenispegawai',
    'statusasn',
    'jenisasn',
    'kedudukan',
  ],
  golongan: [
    'pangkatgol',
    'pangkatgolongan',
    'golongan',
    'gol',
    'golru',
    'golruang',
    'pangkat',
    'golonganruang',
    'pangkatgolruang',
    'pangkatgolonganruang',
  ],
  tmtGolongan: ['tmtgol', 'tmtgolongan', 'tmtpangkat', 'tmtgolru', 'tmtkp'],
  jabatan: ['jabatan', 'namajabatan', 'jabatanterakhir', 'tugas', 'jenisptk'],
  jenjang: ['jenjang', 'jenjangjabatan', 'jenjangjf', 'jenjangfungsional', 'tingkatjabatan'],
  tmtJabatan: ['tmtjabatan', 'tmtjab', 'tmttugas'],
  unit: [
    'unitkerja',
    'unor',
    'namaunor',
    'unitorganisasi',
    'sekolah',
    'namasekolah',
    'satuankerja',
    'satker',
    'tempattugas',
    'satuanpendidikan',
    'instansi',
    'unit',
  ],
  npsn: ['npsn', 'kodesekolah', 'nonpsn', 'nomorpokoksekolahnasional'],
  nipAtasan: [
    'nipatasan',
    'nipatasanlangsung',
    'nippenilai',
    'nippejabatpenilai',
    'atasan',
    'atasanlangsung',
    'nippimpinan',
  ],
  email: ['email', 'surel', 'alamatemail', 'alamatsurel'],
  hp: ['nohp', 'hp', 'telepon', 'notelepon', 'nomorhp', 'nohandphone', 'notelp', 'telp', 'wa', 'nowa'],
};

const BY_SEBUTAN: ReadonlyMap<string, Kolom> = new Map(
  KOLOM.flatMap((kolom) => SEBUTAN[kolom].map((sebutan) => [sebutan, kolom] as const)),
);

/** A header as it is compared: letters and digits only. */
export const kunciJudul = (judul: string): string => judul.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** How the columns of one source were matched before: header as compared → column, or null for "not used". */
export type Pemetaan = Readonly<Record<string, Kolom | null>>;

/** Which column a header names; what was decided for this source before goes first. Null for an unknown one. */
export const kolomDari = (judul: string, pemetaan: Pemetaan = {}): Kolom | null => {
  const kunci = kunciJudul(judul);
  const dulu = Object.hasOwn(pemetaan, kunci) ? pemetaan[kunci] : undefined;
  return dulu === undefined ? (BY_SEBUTAN.get(kunci) ?? null) : dulu;
};

/** The columns of a sheet: for each its header as it stood and what it holds. */
export type JudulKolom = { readonly judul: string; readonly kolom: Kolom | null };

/** Matches a row of headers; a column that a header before it names already is not matched twice. */
export const cocokkan = (sel: readonly Sel[], pemetaan: Pemetaan): JudulKolom[] => {
  const terpakai = new Set<Kolom>();
  return sel.map((satu) => {
    const judul = nilaiSel(satu);
    const kolom = judul === '' ? null : kolomDari(judul, pemetaan);
    if (kolom === null || terpakai.has(kolom)) return { judul, kolom: null };
    terpakai.add(kolom);
    return { judul, kolom };
  });
};
