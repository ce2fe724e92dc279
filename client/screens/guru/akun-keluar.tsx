import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { exportQueue } from '../../actions/index.ts';
import { useApp, usePintu } from '../../app/context.ts';
import { unduh } from '../../app/download.ts';
import { useHariIni } from '../../app/hari.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { akun as words } from '../../i18n/id/akun.ts';
import { antrean } from '../../i18n/id/antrean.ts';
import { umum } from '../../i18n/id/umum.ts';
import { onlyHere, useLive } from '../../store/index.ts';
import { Button, Dialog, Field, TextInput } from '../../ui/index.ts';

type Props = { readonly open: boolean; readonly onClose: () => void };

/** "Keluar" with something unsent asks first; nothing is deleted either way. */
export const KeluarDialog = ({ open, onClose }: Props) => {
  const app = useApp();
  const { keluar } = usePintu();
  const { route } = useLocation();
  const { hariIni } = useHariIni();
  const { unsent, refused, photosLeft } = app.engine.status.value;
  const sisa = { isian: unsent + refused, foto: photosLeft, draf: 0 };
  const belum = sisa.isian + sisa.foto;
  const kirimDulu = (): void => {
    void app.engine.now();
    route('/antrean');
  };
  const cadangan = async (): Promise<void> => {
    unduh(await exportQueue(app), antrean.cadanganNama(hariIni));
    beriTahu(antrean.cadanganSiap);
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={belum > 0 ? words.keluarTanya(sisa) : words.keluarJudulKosong}
      closeLabel={umum.aksi.tutup}
    >
      <p>{belum > 0 ? words.keluarIsi : words.keluarIsiKosong}</p>
      <div class="tumpuk-rapat">
        {belum > 0 && (
          <>
            <Button kind="utama" icon="send" block onClick={kirimDulu}>
              {words.kirimDulu}
            </Button>
            <Button
              kind="tonal"
              icon="download"
              block
              onClick={() => void cadangan().catch(() => beriTahu(umum.galat.cadanganGagal))}
            >
              {words.simpanCadangan}
            </Button>
          </>
        )}
        <Button kind={belum > 0 ? 'teks' : 'utama'} icon="log-out" block onClick={() => void keluar()}>
          {belum > 0 ? words.tetapKeluar : words.keluar}
        </Button>
      </div>
    </Dialog>
  );
};

/** "Hapus data saya dari HP ini": with something unsent only for who types how many there are. */
export const HapusDataDialog = ({ open, onClose }: Props) => {
  const app = useApp();
  const { hapusData } = usePintu();
  const [ketik, setKetik] = useState('');
  const [salah, setSalah] = useState<string | undefined>(undefined);
  const sisa = useLive(() => onlyHere(app.store.db), [app.store]) ?? { isian: 0, foto: 0, draf: 0 };
  const belum = sisa.isian + sisa.foto + sisa.draf;
  const hapus = async (event: Event): Promise<void> => {
    event.preventDefault();
    const typed = ketik.trim() === '' ? null : Number(ketik);
    const done = await hapusData(typed);
    if (!done.ok) setSalah(words.hapusDataSalah(done.unsent));
  };
  return (
    <Dialog open={open} onClose={onClose} title={words.hapusDataTanya} closeLabel={umum.aksi.tutup}>
      <form class="tumpuk" onSubmit={(event) => void hapus(event)}>
        <p>{belum > 0 ? words.hapusDataAda(sisa) : words.hapusDataBersih}</p>
        {belum > 0 && (
          <Field id="hapus-ketik" label={words.hapusDataKetik(belum)} error={salah}>
            <TextInput
              inputMode="numeric"
              autocomplete="off"
              value={ketik}
              onInput={(event) => setKetik(event.currentTarget.value)}
            />
          </Field>
        )}
        <div class="deret-tombol">
          <Button kind="teks" onClick={onClose}>
            {umum.aksi.batal}
          </Button>
          <Button kind="bahaya" type="submit">
            {words.hapusDataYa}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
