import { useState } from 'preact/hooks';
import { rentangPeriode } from '../../../shared/domain/index.ts';
import { LIMITS } from '../../../shared/protocol/index.ts';
import { countLetters, type Penilaian } from '../../../shared/records/index.ts';
import { jelaskanKeberatan } from '../../actions/index.ts';
import { useApp } from '../../app/context.ts';
import { useKetikan } from '../../app/ketikan.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { evaluasi as words } from '../../i18n/id/evaluasi.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import type { EntriRow, EvaluasiRow } from '../../store/index.ts';
import { Button, Field, Section, TextArea } from '../../ui/index.ts';
import { Bukti } from '../guru/evaluasi-bukti.tsx';
import { PilihRating } from '../guru/evaluasi-isi.tsx';
import { IsiKeberatan } from '../guru/evaluasi-keberatan.tsx';
import { Kuadran, PredikatKini } from '../guru/evaluasi-kuadran.tsx';

const kata = words.penilai;
const UMPAN_HURUF = 500;

const umpanDari = ({ umpan }: Penilaian, kode: string): string =>
  umpan.find((satu) => satu.kode === kode)?.teks ?? '';
const denganUmpan = (nilai: Penilaian, kode: string, teks: string): Penilaian => {
  const lain = nilai.umpan.filter((satu) => satu.kode !== kode);
  return { ...nilai, umpan: teks === '' ? lain : [...lain, { kode, teks }] };
};

type Props = {
  readonly evaluasi: EvaluasiRow;
  readonly entriList: readonly EntriRow[];
  readonly nilai: Penilaian;
  /** Undefined once it is final: then it is only to be read. */
  readonly onNilai: ((nilai: Penilaian) => void) | undefined;
};

const SatuRhk = ({ evaluasi, entriList, nilai, onNilai, at }: Props & { at: number }) => {
  const hasil = evaluasi.content.hasil[at];
  const teks = umpanDari(nilai, hasil?.kode ?? '');
  const [tulis, setTulis] = useState(teks !== '');
  if (!hasil) return null;
  const { kode, rhk, ukuran } = hasil;
  return (
    <li class="evaluasi-rhk">
      <h3>
        <span class="redup">{at + 1}</span> {rhk}
      </h3>
      <dl class="rincian">
        {ukuran.map(({ indikator, target, realisasi }) => (
          <div key={indikator}>
            <dt>
              {[indikator || words.isi.realisasi, target && words.isi.target(target)]
                .filter(Boolean)
                .join(' · ')}
            </dt>
            <dd class="teks-asli">{realisasi || '–'}</dd>
          </div>
        ))}
      </dl>
      <Bukti kode={kode} entriList={entriList} periode={evaluasi.content.periode} />
      {onNilai && !tulis && (
        <Button kind="teks" icon="message" onClick={() => setTulis(true)}>
          {kata.beriUmpan}
        </Button>
      )}
      {onNilai && tulis ? (
        <Field
          id={`umpan-${at}`}
          label={kata.umpanRhk}
          count={
            countLetters(teks) > UMPAN_HURUF - 100
              ? { used: countLetters(teks), max: UMPAN_HURUF }
              : undefined
          }
        >
          <TextArea
            rows={1}
            autofocus={teks === ''}
            value={teks}
            onInput={(event) => onNilai(denganUmpan(nilai, kode, event.currentTarget.value))}
          />
        </Field>
      ) : (
        teks && <p class="evaluasi-umpan teks-asli">{teks}</p>
      )}
    </li>
  );
};

/** The two ratings, the quadrant that they meet in, and the predikat with its reason: worked out as they are chosen. */
const DuaRating = ({ evaluasi, nilai, onNilai }: Props) => {
  const { akhir } = rentangPeriode(evaluasi.content.periode);
  const { diri } = evaluasi.content;
  const rating = (satu: typeof diri.hasil): string =>
    satu ? words.ratingPendek[satu].toLowerCase() : kata.tanpaDiri;
  return (
    <div class="evaluasi-rating">
      <div class="tumpuk">
        {onNilai && (
          <>
            <PilihRating
              name="hasil"
              label={words.hasil.hasilKerja}
              value={nilai.hasil}
              onValue={(hasil) => onNilai({ ...nilai, hasil })}
            />
            <PilihRating
              name="perilaku"
              label={words.hasil.perilaku}
              value={nilai.perilaku}
              onValue={(perilaku) => onNilai({ ...nilai, perilaku })}
            />
          </>
        )}
        <p class="redup">{kata.diriGuru(rating(diri.hasil), rating(diri.perilaku))}</p>
        <PredikatKini
          judul={onNilai ? kata.predikatSementara : words.hasil.predikat}
          nilai={nilai}
          pada={akhir}
          kosong={kata.belumLengkap}
        />
      </div>
      <Kuadran nilai={nilai} pada={akhir} />
    </div>
  );
};

const Jelaskan = ({ evaluasi }: { evaluasi: EvaluasiRow }) => {
  const app = useApp();
  const [teks, setTeks] = useKetikan(`jelas-${evaluasi.id}`, '');
  const kirim = async (event: Event) => {
    event.preventDefault();
    const done = await jelaskanKeberatan(app, evaluasi, teks.trim());
    if (done.ok) setTeks('');
    beriTahu(done.ok ? words.keberatan.dijelaskan : kataMasalah(done.code, done.params));
  };
  return (
    <Section title={words.keberatan.judul}>
      <IsiKeberatan evaluasi={evaluasi} />
      {!evaluasi.state.keberatan?.penjelasan && !evaluasi.state.keberatan?.keputusan && (
        <form class="tumpuk" onSubmit={(event) => void kirim(event)}>
          <Field
            id="penjelasan"
            label={words.keberatan.jelaskan}
            count={{ used: countLetters(teks), max: LIMITS.catatanLetters }}
          >
            <TextArea rows={3} value={teks} onInput={(event) => setTeks(event.currentTarget.value)} />
          </Field>
          <Button icon="send" type="submit" disabled={!teks.trim()}>
            {words.keberatan.kirimJelas}
          </Button>
        </form>
      )}
      {!evaluasi.state.keberatan?.keputusan && <p class="redup">{words.keberatan.putusan}</p>}
    </Section>
  );
};

/** Everything that the head reads and says about one teacher's period. */
export const IsiNilai = (props: Props) => {
  const { evaluasi, nilai, onNilai } = props;
  return (
    <>
      <DuaRating {...props} />
      {evaluasi.state.keberatan && <Jelaskan evaluasi={evaluasi} />}
      {onNilai ? (
        <Field
          id="catatan-nilai"
          label={kata.catatan}
          hint={kata.catatanKet}
          count={{ used: countLetters(nilai.catatan), max: LIMITS.catatanLetters }}
        >
          <TextArea
            rows={2}
            value={nilai.catatan}
            onInput={(event) => onNilai({ ...nilai, catatan: event.currentTarget.value })}
          />
        </Field>
      ) : (
        nilai.catatan && <p class="evaluasi-umpan teks-asli">{nilai.catatan}</p>
      )}
      <Section title={kata.usulGuru}>
        {evaluasi.content.refleksi && (
          <p class="teks-asli">
            <b>{kata.catatanGuru}</b> {evaluasi.content.refleksi}
          </p>
        )}
        <ol class="evaluasi-hasil">
          {evaluasi.content.hasil.map(({ kode }, at) => (
            <SatuRhk key={kode} {...props} at={at} />
          ))}
        </ol>
      </Section>
    </>
  );
};
