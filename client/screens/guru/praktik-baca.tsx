import { hitungDokumen } from '../../../shared/domain/index.ts';
import type { HasilObservasi, KonfirmasiDokumen, Praktik } from '../../../shared/records/index.ts';
import { useApp } from '../../app/context.ts';
import { praktik } from '../../i18n/id/praktik.ts';
import type { PraktikRow } from '../../store/index.ts';
import { type IconName, StatusPill, type Tone } from '../../ui/index.ts';
import './praktik.css';

const words = praktik.milik;

const TAHAP: Readonly<Record<PraktikRow['state']['tahap'], readonly [Tone, IconName]>> = {
  PERSIAPAN: ['netral', 'pencil-line'],
  DIAJUKAN: ['info', 'clock'],
  DIJADWALKAN: ['info', 'calendar'],
  DIOBSERVASI: ['peringatan', 'eye'],
  DITINDAKLANJUTI: ['info', 'book'],
  SELESAI: ['berhasil', 'check-check'],
};

/** Where a year stands, in colour, sign and word. */
export const LencanaPraktik = ({ row }: { row: PraktikRow | undefined }) => {
  const tahap = row?.state.tahap;
  const [tone, icon] = tahap ? TAHAP[tahap] : (['netral', 'minus'] as const);
  return <StatusPill tone={tone} icon={icon} label={words.tahap[tahap ?? 'BELUM']} />;
};

type Baris = readonly (readonly [string, string])[];

/** Fields and what stands in them; one that is empty says so. */
export const Rincian = ({ baris, kosong = '–' }: { baris: Baris; kosong?: string }) => (
  <dl class="rincian">
    {baris.map(([label, isi]) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd class="teks-asli">{isi || kosong}</dd>
      </div>
    ))}
  </dl>
);

/** Dokumen persiapan as fields. */
export const barisPersiapan = ({ fokus, persiapan }: Praktik): Baris => [
  [words.fokus, fokus.nama],
  [words.perilaku, fokus.perilaku.map((satu) => `• ${satu}`).join('\n')],
  [words.targetGuru, persiapan.targetGuru],
  [words.targetMurid, persiapan.targetMurid],
  [words.upaya, persiapan.upaya],
];
/** Dokumen tindak lanjut as fields. */
export const barisTindakLanjut = ({ tindakLanjut }: Praktik): Baris => [
  [words.tantangan, tindakLanjut.tantangan],
  [words.tujuan, tindakLanjut.tujuan],
  [words.jadwalAksi, tindakLanjut.jadwal],
  [words.dukungan, tindakLanjut.dukungan],
];
/** Dokumen refleksi as fields. */
export const barisRefleksi = ({ refleksi }: Praktik): Baris => [
  [words.perubahan, refleksi.perubahan],
  [words.dampak, refleksi.dampak],
  [words.lanjutan, refleksi.lanjutan],
];

const SKALA: Readonly<Record<HasilObservasi['hasil'][number]['skala'], readonly [Tone, IconName]>> = {
  BELUM: ['netral', 'minus'],
  BELUM_EFEKTIF: ['peringatan', 'rotate-cw'],
  EFEKTIF: ['berhasil', 'check'],
};

/** Lembar observasi as it was filled in. */
export const Lembar = ({ observasi }: { observasi: HasilObservasi }) => (
  <div class="tumpuk-rapat">
    <p class="redup">{words.lembarOleh(observasi.oleh, observasi.tanggal)}</p>
    <ul class="praktik-lembar">
      {observasi.hasil.map(({ perilaku, skala }) => (
        <li key={perilaku}>
          <span>{perilaku}</span>
          <StatusPill tone={SKALA[skala][0]} icon={SKALA[skala][1]} label={words.skala[skala]} />
        </li>
      ))}
    </ul>
    {observasi.catatan && <p class="praktik-catatan teks-asli">{observasi.catatan}</p>}
    <p class="redup">{words.bukanNilai}</p>
  </div>
);

const lengkap = ({ ada, sah, memadai }: KonfirmasiDokumen): boolean => ada && sah && memadai;

/** What the penilai has said of one document. */
export const StatusDokumen = ({ satu }: { satu: KonfirmasiDokumen | undefined }) => {
  const { clock } = useApp();
  if (!satu) return <StatusPill tone="netral" icon="minus" label={words.konfirmasi.belum} />;
  return (
    <StatusPill
      tone={lengkap(satu) ? 'berhasil' : 'peringatan'}
      icon={lengkap(satu) ? 'check' : 'triangle-alert'}
      label={lengkap(satu) ? words.konfirmasi.lengkap : words.konfirmasi.kurang}
      detail={words.konfirmasiOleh(satu.oleh, satu.pada, clock())}
    />
  );
};

/** "2 dari 3 dokumen dikonfirmasi". */
export const hitungan = ({ content, state }: Pick<PraktikRow, 'content' | 'state'>): string => {
  const { lengkap: jumlah, semua } = hitungDokumen(content.dokumen, state.dokumen);
  return words.dokumenHitung(jumlah, semua);
};
