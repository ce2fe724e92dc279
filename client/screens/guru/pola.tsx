import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { LIMITS } from '../../../shared/protocol/index.ts';
import { cleanText, Pola, type RecordOf, type Skp } from '../../../shared/records/index.ts';
import { type Done, hapusPola, simpanPola, ubahPola } from '../../actions/index.ts';
import { mulaiDariPola } from '../../app/catat-baru.ts';
import { useApp } from '../../app/context.ts';
import { useHariIni } from '../../app/hari.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { rentangJam } from '../../i18n/format.ts';
import { catat } from '../../i18n/id/guru.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { pola as words } from '../../i18n/id/pola-kamera.ts';
import { umum } from '../../i18n/id/umum.ts';
import { polaOf, skpOf, useLive } from '../../store/index.ts';
import {
  Button,
  EmptyState,
  Field,
  Page,
  Select,
  Sheet,
  Stepper,
  TextArea,
  TextInput,
  Toggle,
  TopBar,
} from '../../ui/index.ts';
import { namaRencana, nilaiRencana, pilihanRencana } from './isian.ts';
import './guru.css';

type Isi = RecordOf<'pola'>['content'];
const KOSONG: Isi = {
  nama: '',
  rhk: null,
  rencanaAksi: null,
  uraian: '',
  mulai: null,
  selesai: null,
  realisasi: 1,
  satuan: '',
};

const rapi = (isi: Isi): Isi => ({
  ...isi,
  nama: cleanText(isi.nama).trim(),
  uraian: cleanText(isi.uraian).trim(),
  satuan: cleanText(isi.satuan).trim(),
});

const salahDari = (isi: Isi): Record<string, string> => {
  const parsed = Pola.safeParse(isi);
  if (parsed.success) return {};
  return Object.fromEntries(
    parsed.error.issues.map((issue) => {
      const bidang = String(issue.path[0]);
      return [bidang, kataMasalah(/_/.test(issue.message) ? issue.message : 'realisasi_bulat', { bidang })];
    }),
  );
};

type FormProps = {
  readonly awal: Isi;
  readonly skp: Skp | null;
  readonly onSimpan: (isi: Isi) => Promise<Done>;
  readonly onHapus: (() => void) | null;
};

const FormPola = ({ awal, skp, onSimpan, onHapus }: FormProps) => {
  const [isi, setIsi] = useState(awal);
  const [salah, setSalah] = useState<Record<string, string>>({});
  const ubah = (change: Partial<Isi>): void => setIsi({ ...isi, ...change });
  const pilihan = pilihanRencana(skp);
  const simpan = async (event: Event): Promise<void> => {
    event.preventDefault();
    const faults = salahDari(rapi(isi));
    setSalah(faults);
    const [first] = Object.keys(faults);
    if (first) return document.getElementById(`pola-${first}`)?.focus();
    const done = await onSimpan(rapi(isi));
    if (!done.ok) setSalah({ nama: kataMasalah(done.code, done.params) });
  };
  return (
    <form class="tumpuk" noValidate onSubmit={(event) => void simpan(event)}>
      <Field id="pola-nama" label={words.nama} hint={words.namaPetunjuk} error={salah['nama']}>
        <TextInput value={isi.nama} onInput={(event) => ubah({ nama: event.currentTarget.value })} />
      </Field>
      <Field id="pola-rhk" label={catat.rencanaAksi}>
        <Select
          value={nilaiRencana(isi)}
          onChange={(event) => {
            const option = pilihan
              .flatMap(({ options }) => options)
              .find(({ value }) => value === event.currentTarget.value);
            ubah({
              rhk: option?.rhk ?? null,
              rencanaAksi: option?.rencanaAksi ?? null,
              satuan: isi.satuan || (option?.satuan ?? ''),
            });
          }}
        >
          <option value="">{catat.tanpaRencana}</option>
          {pilihan.map(({ label, options }) => (
            <optgroup key={label} label={label}>
              {options.map(({ value, label: nama }) => (
                <option key={value} value={value}>
                  {nama}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
      </Field>
      <Field id="pola-uraian" label={words.uraian} error={salah['uraian']}>
        <TextArea
          rows={2}
          value={isi.uraian}
          onInput={(event) => ubah({ uraian: event.currentTarget.value })}
        />
      </Field>
      <Toggle
        id="pola-jam"
        label={words.jamTetap}
        hint={words.jamIkut}
        checked={isi.mulai !== null}
        onValue={(on) => ubah(on ? { mulai: '07:00', selesai: '08:00' } : { mulai: null, selesai: null })}
      />
      {isi.mulai !== null && (
        <div class="dua-kolom">
          <Field id="pola-mulai" label={catat.mulai} error={salah['mulai']}>
            <TextInput
              type="time"
              value={isi.mulai}
              onInput={(event) => ubah({ mulai: event.currentTarget.value })}
            />
          </Field>
          <Field id="pola-selesai" label={catat.selesai} error={salah['selesai']}>
            <TextInput
              type="time"
              value={isi.selesai ?? ''}
              onInput={(event) => ubah({ selesai: event.currentTarget.value })}
            />
          </Field>
        </div>
      )}
      <div class="dua-kolom">
        <div class="field">
          <label for="pola-realisasi">{catat.realisasi}</label>
          <Stepper
            id="pola-realisasi"
            value={isi.realisasi}
            min={1}
            max={LIMITS.realisasiMax}
            onValue={(realisasi) => ubah({ realisasi })}
            labels={{ less: catat.kurangi, more: catat.tambah }}
          />
        </div>
        <Field id="pola-satuan" label={catat.satuan} error={salah['satuan']}>
          <TextInput
            value={isi.satuan}
            autocapitalize="none"
            onInput={(event) => ubah({ satuan: event.currentTarget.value })}
          />
        </Field>
      </div>
      <Button kind="utama" type="submit" block>
        {words.simpan}
      </Button>
      {onHapus && (
        <Button kind="bahaya" icon="trash" block onClick={onHapus}>
          {words.hapus}
        </Button>
      )}
    </form>
  );
};

/** G09: activities done again and again, two taps each. */
export const PolaCepat = () => {
  const app = useApp();
  const { route } = useLocation();
  const { hariIni } = useHariIni();
  const [buka, setBuka] = useState<RecordOf<'pola'> | 'baru' | null>(null);
  const daftar = useLive(() => polaOf(app.store, app.actor.id), [app.store, app.actor.id]);
  const skp = useLive(() => skpOf(app.store, app.actor.id, hariIni), [app.store, hariIni])?.content ?? null;
  const simpan = async (isi: Isi): Promise<Done> => {
    const done = await (buka && buka !== 'baru' ? ubahPola(app, buka.id, isi) : simpanPola(app, isi));
    if (done.ok) {
      setBuka(null);
      beriTahu(words.tersimpan);
    }
    return done;
  };
  const hapus = async ({ id, content }: RecordOf<'pola'>): Promise<void> => {
    setBuka(null);
    const done = await hapusPola(app, id);
    if (!done.ok) return beriTahu(kataMasalah(done.code, done.params));
    beriTahu(words.dihapus, { teks: umum.aksi.urungkan, jalan: () => void ubahPola(app, id, content) });
  };
  const baru = (
    <Button kind="tonal" icon="plus" onClick={() => setBuka('baru')}>
      {words.baru}
    </Button>
  );
  return (
    <Page
      title={words.judul}
      bar={<TopBar title={words.judul} back={{ href: '/', label: umum.aksi.kembali }} />}
      busy={!daftar}
    >
      {daftar?.length === 0 ? (
        <EmptyState icon="star" text={words.kosong} actions={baru} />
      ) : (
        <>
          <ul class="daftar">
            {daftar?.map((one) => (
              <li key={one.id} class="baris-aksi">
                <button
                  type="button"
                  onClick={() => void mulaiDariPola(app, one.content).then(({ id }) => route(`/catat/${id}`))}
                >
                  <span class="baris-entri-judul">
                    <span class="sembunyi">{words.pakai} </span>
                    {one.content.nama}
                  </span>
                  <span class="redup">
                    {[
                      one.content.mulai && one.content.selesai
                        ? rentangJam({ mulai: one.content.mulai, selesai: one.content.selesai })
                        : '',
                      namaRencana(skp, one.content),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </button>
                <Button
                  kind="teks"
                  icon="pencil-line"
                  aria-label={words.ubah(one.content.nama)}
                  onClick={() => setBuka(one)}
                />
              </li>
            ))}
          </ul>
          {baru}
        </>
      )}
      <Sheet
        open={buka !== null}
        onClose={() => setBuka(null)}
        title={buka === 'baru' ? words.baru : words.judulUbah}
        closeLabel={umum.aksi.tutup}
      >
        {buka && (
          <FormPola
            awal={buka === 'baru' ? KOSONG : buka.content}
            skp={skp}
            onSimpan={simpan}
            onHapus={buka === 'baru' ? null : () => void hapus(buka)}
          />
        )}
      </Sheet>
    </Page>
  );
};
