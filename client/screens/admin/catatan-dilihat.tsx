import { useState } from 'preact/hooks';
import { tambahHari } from '../../../shared/domain/index.ts';
import { halamanDilihat } from '../../app/catatan.ts';
import { catatan as words } from '../../i18n/id/catatan.ts';
import { kantor } from '../../i18n/id/kantor.ts';
import { Banner, Button, EmptyState, ListRow, Section } from '../../ui/index.ts';
import { useMuat } from './kantor-muat.ts';

/** Who looked at whose records, week by week; the week is the last one until somebody goes back. */
export const Dilihat = () => {
  const [sampai, setSampai] = useState('');
  const { isi, salah } = useMuat(() => halamanDilihat(sampai), sampai);
  return (
    <>
      <p class="redup">{words.dilihatIsi}</p>
      {salah && <Banner tone="peringatan">{salah}</Banner>}
      {!isi && !salah && <p role="status">{kantor.memuat}</p>}
      {isi && (
        <Section title={words.pekan(isi.dari, isi.sampai)}>
          {isi.list.length === 0 && <EmptyState icon="eye" text={words.dilihatKosong} />}
          <ul class="daftar">
            {isi.list.map((satu) => (
              <li key={`${satu.hari} ${satu.shard} ${satu.pelihat} ${satu.pemilik}`}>
                <ListRow
                  leading="eye"
                  title={words.melihat(satu)}
                  meta={`${satu.sekolah} · ${words.banyak(satu)}`}
                />
              </li>
            ))}
          </ul>
          {isi.terpotong && <p class="redup">{words.terpotong}</p>}
          <Button kind="tonal" icon="chevron-left" onClick={() => setSampai(tambahHari(isi.dari, -1))}>
            {words.pekanLalu}
          </Button>
        </Section>
      )}
    </>
  );
};
