import { privasi as words } from '../../i18n/id/privasi.ts';
import { umum } from '../../i18n/id/umum.ts';
import { LinkButton, Page, Section, TopBar } from '../../ui/index.ts';
import './guru.css';
import './lain.css';

/** What is kept about a person and who reads it, in her words (UU 27/2022 article 5); opens without a network. */
export const Privasi = () => (
  <Page
    title={words.judul}
    bar={<TopBar title={words.judul} back={{ href: '/akun', label: umum.aksi.kembali }} />}
  >
    <Section title={words.pelihat}>
      <p>{words.pelihatIsi}</p>
      <LinkButton kind="tonal" icon="clock" href="/akun/riwayat">
        {words.bukaRiwayat}
      </LinkButton>
    </Section>
    {words.bagian.map(({ judul, isi }) => (
      <Section key={judul} title={judul}>
        <ul class="tumpuk-rapat">
          {isi.map((kalimat) => (
            <li key={kalimat}>{kalimat}</li>
          ))}
        </ul>
      </Section>
    ))}
  </Page>
);
