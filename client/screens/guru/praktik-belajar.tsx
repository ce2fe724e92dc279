import { useState } from 'preact/hooks';
import { berlakuPada, UPAYA_BELAJAR } from '../../../shared/domain/index.ts';
import type { Praktik } from '../../../shared/records/index.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { praktik } from '../../i18n/id/praktik.ts';
import type { PraktikRow } from '../../store/index.ts';
import { Button, Field, Section, Select, TextArea, TextInput } from '../../ui/index.ts';
import { hitungan, StatusDokumen } from './praktik-baca.tsx';
import { kodeBaru } from './praktik-model.ts';

const words = praktik.milik;
const PALING_BANYAK = 12;

type Bagian = { readonly isi: Praktik; readonly onIsi: (isi: Praktik) => void };

/** Pengembangan kompetensi: ways of learning, each with her reflection. */
export const Belajar = ({ isi, onIsi }: Bagian) => {
  const { upaya } = isi;
  const tulis = (next: Praktik['upaya']) => onIsi({ ...isi, upaya: next });
  const tambah = (jenis: string) => {
    const satu = berlakuPada(UPAYA_BELAJAR, isi.tahun).find(({ kode }) => kode === jenis);
    if (satu) tulis([...upaya, { kode: kodeBaru(satu.kode, upaya), nama: satu.nama, refleksi: '' }]);
  };
  const hapus = (i: number) => {
    const [satu] = upaya.slice(i, i + 1);
    tulis(upaya.filter((_, at) => at !== i));
    if (satu) beriTahu(words.belajarTerhapus(satu.nama), { teks: words.urungkan, jalan: () => tulis(upaya) });
  };
  return (
    <Section title={words.belajar}>
      <div class="tumpuk">
        <p class="redup">{words.belajarKet}</p>
        {upaya.length === 0 && <p>{words.belajarKosong}</p>}
        <ul class="praktik-butir">
          {upaya.map((satu, i) => (
            <li key={satu.kode}>
              <div class="praktik-kepala">
                <b>{satu.nama}</b>
                <Button
                  kind="teks"
                  icon="trash"
                  aria-label={words.belajarHapus(satu.nama)}
                  onClick={() => hapus(i)}
                />
              </div>
              <Field id={`belajar-${i}`} label={words.refleksiBelajar}>
                <TextArea
                  rows={2}
                  value={satu.refleksi}
                  onInput={(event) =>
                    tulis(
                      upaya.map((lain, at) =>
                        at === i ? { ...lain, refleksi: event.currentTarget.value } : lain,
                      ),
                    )
                  }
                />
              </Field>
            </li>
          ))}
        </ul>
        {upaya.length < PALING_BANYAK && (
          <Field id="belajar-tambah" label={words.belajarTambah}>
            <Select value="" onChange={(event) => tambah(event.currentTarget.value)}>
              <option value="">{words.fokusPilih}</option>
              {berlakuPada(UPAYA_BELAJAR, isi.tahun).map(({ kode, nama }) => (
                <option key={kode} value={kode}>
                  {nama}
                </option>
              ))}
            </Select>
          </Field>
        )}
      </div>
    </Section>
  );
};

/** Pelaksanaan tugas: the documents that she shows, and what the penilai has confirmed of them. */
export const Dokumen = ({ isi, onIsi, row }: Bagian & { row: PraktikRow | undefined }) => {
  const [nama, setNama] = useState('');
  const { dokumen } = isi;
  const konfirmasi = row?.state.dokumen ?? {};
  const tulis = (next: Praktik['dokumen']) => onIsi({ ...isi, dokumen: next });
  const tambah = (event: Event) => {
    event.preventDefault();
    if (!nama.trim()) return;
    tulis([...dokumen, { kode: kodeBaru('LAIN', dokumen), nama: nama.trim() }]);
    setNama('');
  };
  return (
    <Section title={words.dokumen}>
      <div class="tumpuk">
        <p class="redup">{words.dokumenKet}</p>
        {row && <p>{hitungan({ ...row, content: isi })}</p>}
        <ul class="praktik-butir">
          {dokumen.map((satu, i) => (
            <li key={satu.kode}>
              <div class="praktik-kepala">
                <b>{satu.nama}</b>
                {!konfirmasi[satu.kode] && (
                  <Button
                    kind="teks"
                    icon="x"
                    aria-label={words.dokumenHapus(satu.nama)}
                    onClick={() => tulis(dokumen.filter((_, at) => at !== i))}
                  />
                )}
              </div>
              <div class="praktik-status">
                <StatusDokumen satu={konfirmasi[satu.kode]} />
              </div>
              {konfirmasi[satu.kode]?.catatan && (
                <p class="praktik-catatan teks-asli">{konfirmasi[satu.kode]?.catatan}</p>
              )}
            </li>
          ))}
        </ul>
        {dokumen.length < PALING_BANYAK && (
          <form class="tumpuk-rapat" onSubmit={tambah}>
            <Field id="dokumen-tambah" label={words.dokumenNama}>
              <TextInput
                maxLength={120}
                value={nama}
                onInput={(event) => setNama(event.currentTarget.value)}
              />
            </Field>
            <Button kind="teks" icon="plus" type="submit" disabled={!nama.trim()}>
              {words.dokumenTambah}
            </Button>
          </form>
        )}
      </div>
    </Section>
  );
};
