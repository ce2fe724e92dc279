import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { type Periode, RATING, type Rating } from '../../../shared/domain/index.ts';
import { canonicalJson, isProblemCode, LIMITS } from '../../../shared/protocol/index.ts';
import {
  cleanText,
  countLetters,
  type Evaluasi,
  Evaluasi as EvaluasiSchema,
  type HasilRhk,
  type Skp,
} from '../../../shared/records/index.ts';
import { kirimEvaluasi, simpanEvaluasi } from '../../actions/index.ts';
import { useApp } from '../../app/context.ts';
import { useKetikan } from '../../app/ketikan.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { evaluasi as words } from '../../i18n/id/evaluasi.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import type { EntriRow, EvaluasiRow } from '../../store/index.ts';
import { Button, Dialog, Field, Page, Section, Segmented, TextArea, TopBar } from '../../ui/index.ts';
import { Bukti } from './evaluasi-bukti.tsx';
import { bahanRhk, kegiatanKini, kunciKetikan, usulBaru } from './evaluasi-model.ts';

const kata = words.isi;
const REALISASI_HURUF = 300;

type Bahan = { readonly skp: Skp; readonly entriList: readonly EntriRow[]; readonly periode: Periode };

const SatuRhk = ({
  nomor,
  hasil,
  bahan,
  onHasil,
}: {
  nomor: number;
  hasil: HasilRhk;
  bahan: Bahan;
  onHasil: (hasil: HasilRhk) => void;
}) => {
  const { skp, entriList, periode } = bahan;
  const baru = kegiatanKini(hasil, entriList, periode) - hasil.kegiatan;
  const tercatat = useMemo(
    () => bahanRhk(hasil.kode, skp, { entriList, periode }),
    [hasil.kode, skp, entriList],
  );
  const tulis = (i: number, realisasi: string) =>
    onHasil({
      ...hasil,
      ukuran: hasil.ukuran.map((satu, at) => (at === i ? { ...satu, realisasi } : satu)),
    });
  return (
    <li class="evaluasi-rhk">
      <h3>
        <span class="redup">{nomor}</span> {hasil.rhk}
      </h3>
      {hasil.ukuran.map(({ indikator, target, realisasi }, i) => (
        <Field
          key={indikator}
          id={`realisasi-${nomor}-${i}`}
          label={indikator || kata.realisasi}
          hint={[target && kata.target(target), tercatat.get(indikator)].filter(Boolean).join('. ')}
          count={
            countLetters(realisasi) > REALISASI_HURUF - 50
              ? { used: countLetters(realisasi), max: REALISASI_HURUF }
              : undefined
          }
        >
          <TextArea rows={2} value={realisasi} onInput={(event) => tulis(i, event.currentTarget.value)} />
        </Field>
      ))}
      {baru > 0 && (
        <p class="evaluasi-baru">
          {kata.lebihBaru(baru)}{' '}
          <Button kind="teks" icon="rotate-cw" onClick={() => onHasil(usulBaru(hasil, skp, bahan))}>
            {kata.perbarui}
          </Button>
        </p>
      )}
      <Bukti kode={hasil.kode} entriList={entriList} periode={periode} />
    </li>
  );
};

const PILIHAN = RATING.map((value) => ({ value, label: words.ratingPendek[value] }));

/** A rating out of three, or none yet. */
export const PilihRating = ({
  name,
  label,
  value,
  onValue,
}: {
  name: string;
  label: string;
  value: Rating | null;
  onValue: (rating: Rating) => void;
}) => (
  <div class="tumpuk-rapat">
    <span class="label">{label}</span>
    <Segmented
      name={name}
      label={label}
      value={(value ?? '') as Rating}
      options={PILIHAN}
      onValue={onValue}
    />
  </div>
);

/** As it can be stored: cleaned of what no text may hold. */
const bersihkan = (isi: Evaluasi): Evaluasi => ({
  ...isi,
  refleksi: cleanText(isi.refleksi).trim(),
  hasil: isi.hasil.map((satu) => ({
    ...satu,
    ukuran: satu.ukuran.map((ukuran) => ({ ...ukuran, realisasi: cleanText(ukuran.realisasi).trim() })),
  })),
});

const kosong = ({ hasil }: Evaluasi): number =>
  hasil.flatMap(({ ukuran }) => ukuran).filter(({ realisasi }) => realisasi.trim() === '').length;

/** What is being written and not kept yet, and the version that it was begun on: null before there is any. */
type Ketikan = { readonly dilihat: Dilihat | null; readonly isi: Evaluasi };
type Dilihat = { readonly id: string; readonly head: string };

type Props = {
  readonly bahan: Bahan;
  readonly awal: Evaluasi;
  readonly utama: EvaluasiRow | undefined;
  readonly menunggu: number;
  readonly kabar: ComponentChildren;
};

/** The form's content: what is typed until it stands in the record, else what stands there. */
const useIsi = ({ awal, utama, bahan }: Props) => {
  const app = useApp();
  const [ketikan, setKetikan] = useKetikan<Ketikan | null>(kunciKetikan(bahan.periode), null);
  const dilihat = utama ? { id: utama.id, head: utama.head } : null;
  const isi = ketikan?.isi ?? awal;
  const berubah = ketikan !== null && (!utama || canonicalJson(isi) !== canonicalJson(utama.content));
  useEffect(() => {
    if (ketikan && !berubah) setKetikan(null);
  }, [ketikan, berubah]);
  const tulis = (next: Evaluasi) => setKetikan({ dilihat: ketikan?.dilihat ?? dilihat, isi: next });
  /** The id of the record that holds it now, or null after the person was told what is wrong. */
  const simpan = async (): Promise<string | null> => {
    if (utama && !berubah) return utama.id;
    const bersih = EvaluasiSchema.safeParse(bersihkan(isi));
    const issue = bersih.error?.issues[0]?.message ?? '';
    if (!bersih.success) {
      beriTahu(isProblemCode(issue) ? kataMasalah(issue, { bidang: 'realisasi' }) : kata.kesalahan);
      return null;
    }
    const seen = ketikan?.dilihat ?? dilihat;
    setKetikan({ dilihat: seen, isi: bersih.data });
    const done = await simpanEvaluasi(app, bersih.data, seen);
    if (!done.ok) beriTahu(kataMasalah(done.code, done.params));
    return done.ok ? done.id : null;
  };
  return { app, isi, berubah, tulis, simpan };
};

/** The teacher's form of one period: realisasi per RHK as the record proposes it, her own view, and the way to the head. */
export const FormEvaluasi = (props: Props) => {
  const { bahan, utama, menunggu, kabar } = props;
  const nama = words.periode(bahan.periode);
  const { app, isi, berubah, tulis, simpan } = useIsi(props);
  const [tanya, setTanya] = useState(false);
  const [sibuk, setSibuk] = useState(false);
  const jalankan = async (sesudah: (id: string) => Promise<void> | void): Promise<void> => {
    setSibuk(true);
    const id = await simpan();
    if (id !== null) await sesudah(id);
    setSibuk(false);
  };
  const kirim = async (id: string) => {
    const done = await kirimEvaluasi(app, id);
    beriTahu(done.ok ? kata.terkirim : kataMasalah(done.code, done.params));
  };
  return (
    <Page
      title={nama}
      bar={<TopBar title={nama} back={{ href: '/evaluasi', label: words.kembali }} />}
      footer={
        <>
          <Button
            kind="tonal"
            busy={sibuk}
            disabled={!berubah && utama !== undefined}
            onClick={() => void jalankan(() => beriTahu(kata.tersimpan))}
          >
            {kata.simpan}
          </Button>
          <Button kind="utama" icon="send" busy={sibuk} onClick={() => setTanya(true)}>
            {kata.kirim}
          </Button>
        </>
      }
    >
      {kabar}
      {menunggu > 0 && <p class="peringatan">{kata.menunggu(menunggu)}</p>}
      <Section title={kata.langkahHasil}>
        <p class="redup">{kata.langkahHasilKet}</p>
        <ol class="evaluasi-hasil">
          {isi.hasil.map((hasil, i) => (
            <SatuRhk
              key={hasil.kode}
              nomor={i + 1}
              hasil={hasil}
              bahan={bahan}
              onHasil={(next) =>
                tulis({ ...isi, hasil: isi.hasil.map((satu, at) => (at === i ? next : satu)) })
              }
            />
          ))}
        </ol>
      </Section>
      <Section title={kata.langkahDiri}>
        <div class="tumpuk">
          <p class="redup">{kata.langkahDiriKet}</p>
          <PilihRating
            name="diri-hasil"
            label={kata.hasil}
            value={isi.diri.hasil}
            onValue={(hasil) => tulis({ ...isi, diri: { ...isi.diri, hasil } })}
          />
          <PilihRating
            name="diri-perilaku"
            label={kata.perilaku}
            value={isi.diri.perilaku}
            onValue={(perilaku) => tulis({ ...isi, diri: { ...isi.diri, perilaku } })}
          />
          <Field
            id="refleksi"
            label={kata.refleksi}
            hint={kata.refleksiKet}
            count={{ used: countLetters(isi.refleksi), max: LIMITS.catatanLetters }}
          >
            <TextArea
              rows={3}
              value={isi.refleksi}
              onInput={(event) => tulis({ ...isi, refleksi: event.currentTarget.value })}
            />
          </Field>
        </div>
      </Section>
      <Dialog
        open={tanya}
        onClose={() => setTanya(false)}
        title={kata.tanyaKirim(nama)}
        closeLabel={kata.tutup}
      >
        {kosong(isi) > 0 && <p class="peringatan">{kata.kosong(kosong(isi))}</p>}
        <p>{kata.tanyaKirimKet}</p>
        <div class="deret-tombol">
          <Button kind="teks" onClick={() => setTanya(false)}>
            {kata.batal}
          </Button>
          <Button
            kind="utama"
            onClick={() => {
              setTanya(false);
              void jalankan(kirim);
            }}
          >
            {kata.kirim}
          </Button>
        </div>
      </Dialog>
    </Page>
  );
};
