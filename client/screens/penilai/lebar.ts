import { useEffect, useState } from 'preact/hooks';

const QUERY = '(min-width: 840px)';

/** True where list and detail fit side by side. */
export const useWide = (): boolean => {
  const [wide, setWide] = useState(() => matchMedia(QUERY).matches);
  useEffect(() => {
    const media = matchMedia(QUERY);
    const onChange = () => setWide(media.matches);
    media.addEventListener('change', onChange);
    return () => media.removeEventListener('change', onChange);
  }, []);
  return wide;
};
