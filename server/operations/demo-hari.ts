import type { FotoRujukan } from '../../shared/records/index.ts';
import type { DemoEntri, DemoPlan } from './demo-plan.ts';
import { polaGuru } from './demo-pola.ts';
import type { Warga } from './demo-warga.ts';
import type { Pena } from './pena.ts';

/** Something that somebody did at a moment, epoch ms; all people's moments are played in order. */
type Peristiwa = { readonly pada: number; readonly main: () => Promise<void> };

/** The stage of the demo's days: who, with which photos, in which school. */
export type Panggung = {
  readonly plan: DemoPlan;
  readonly warga: readonly Warga[];
  readonly foto: ReadonlyMap<DemoEntri, FotoRujukan>;
  /** Id of the school's record. */
  readonly satker: string;
};

type Lakon = Panggung & {
  readonly pena: Pena;
  readonly kepala: Warga;
  readonly idEntri: Map<DemoEntri, string>;
};

const catat = (satu: DemoEntri, guru: Warga, { pena, foto, idEntri }: Lakon): Peristiwa => ({
  pada: satu.dicatat,
  main: async () => {
    const rujukan = foto.get(satu);
    const body = { ...satu.isi, foto: rujukan ? [rujukan] : [] };
    const { actor, device } = guru;
    idEntri.set(satu, await pena.tulis({ actor, device, kind: 'entri.catat', body, pada: satu.dicatat }));
  },
});

const putuskan = (satu: DemoEntri, { pena, kepala, idEntri }: Lakon): Peristiwa[] => {
  const { putusan } = satu;
  if (!putusan) return [];
  const { pada, jenis } = putusan;
  const body = putusan.jenis === 'kembalikan' ? { alasan: putusan.alasan } : {};
  const main = async (): Promise<void> => {
    const record = idEntri.get(satu) ?? '';
    const { actor, device } = kepala;
    await pena.tulis({ actor, device, kind: `entri.${jenis}`, body, record, base: record, pada });
  };
  return [{ pada, main }];
};

const simpanPola = async ({ orang, actor, device }: Warga, { pena, plan }: Lakon): Promise<void> => {
  const [skp] = orang.skp;
  if (!skp) return;
  const entri = orang.entri.map(({ isi }) => isi);
  for (const body of polaGuru(entri, skp))
    await pena.tulis({ actor, device, kind: 'pola.simpan', body, pada: plan.awal });
};

const kunciBulan = async ({ pena, kepala, satker, plan }: Lakon): Promise<void> => {
  const { actor, device } = kepala;
  const body = { bulan: plan.bulanDikunci };
  await pena.tulis({
    actor,
    device,
    kind: 'bulan.kunci',
    body,
    record: satker,
    base: satker,
    pada: plan.awal,
  });
};

type Pesan = {
  readonly dari: Warga;
  readonly guru: Warga;
  readonly tentang?: DemoEntri | undefined;
  readonly teks: string;
  readonly dibacaOleh?: Warga;
};

const HARI = 86_400_000;

const kirimPesan = async (
  { dari, guru, tentang, teks, dibacaOleh }: Pesan,
  pada: number,
  { pena, idEntri }: Lakon,
): Promise<void> => {
  const { actor, device } = dari;
  const body = { guru: guru.id, tentang: (tentang && idEntri.get(tentang)) ?? null, teks };
  const id = await pena.tulis({ actor, device, kind: 'umpan.tulis', body, pada });
  if (!dibacaOleh) return;
  const baca = { actor: dibacaOleh.actor, device: dibacaOleh.device, kind: 'umpan.baca', body: {} };
  await pena.tulis({ ...baca, record: id, base: id, pada: pada + HARI / 8 });
};

/** A few words in both directions, some of them not read yet. */
const bertukarKabar = async (lakon: Lakon): Promise<void> => {
  const { kepala, warga, plan } = lakon;
  const guru = warga.filter(({ id }) => id !== kepala.id);
  const [pertama, kedua] = guru;
  const terakhir = guru.at(-1);
  if (!pertama || !kedua || !terakhir) return;
  const disetujui = pertama.orang.entri.findLast(({ putusan }) => putusan?.jenis === 'setujui');
  const pesan: Pesan[] = [
    {
      dari: kepala,
      guru: kedua,
      teks: 'Catatannya rapi dan lengkap. Tolong bantu rekan lain di KKG, ya.',
      dibacaOleh: kedua,
    },
    { dari: kedua, guru: kedua, teks: 'Siap, Pak. Jumat depan saya bagikan caranya.', dibacaOleh: kepala },
    {
      dari: kepala,
      guru: terakhir,
      teks: 'Catatan bulan ini masih sedikit. Kalau sinyal sulit, catat saja dulu; nanti terkirim sendiri.',
    },
    {
      dari: kepala,
      guru: pertama,
      tentang: disetujui,
      teks: 'Kegiatannya bagus. Minggu depan sertakan contoh pekerjaan murid.',
    },
  ];
  for (const [i, satu] of pesan.entries())
    await kirimPesan(satu, plan.sekarang - HARI + i * 3_600_000, lakon);
};

/** Plays the demo's month: patterns, the locked month, entries and decisions in the order of their moments, feedback. */
export const mainkanHari = async (pena: Pena, panggung: Panggung): Promise<void> => {
  const kepala = panggung.warga.find(({ orang }) => orang.peran === 'penilai');
  if (!kepala) throw new Error('the demo school has no head');
  const lakon: Lakon = { ...panggung, pena, kepala, idEntri: new Map() };
  for (const warga of panggung.warga) await simpanPola(warga, lakon);
  await kunciBulan(lakon);
  const peristiwa = panggung.warga.flatMap((guru) =>
    guru.orang.entri.flatMap((satu) => [catat(satu, guru, lakon), ...putuskan(satu, lakon)]),
  );
  for (const { main } of peristiwa.sort((a, b) => a.pada - b.pada)) await main();
  await bertukarKabar(lakon);
};
