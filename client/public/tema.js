// Runs before the first paint: theme, text size, and the word to browsers that cannot run the rest. Plain old script on purpose.
(function () {
  var root = document.documentElement;
  try {
    // What was chosen in training, in this tab, hides the phone's own.
    var dari = function (kunci) {
      return sessionStorage.getItem(kunci) || localStorage.getItem(kunci);
    };
    var tema = dari('kinerja-tema');
    var skala = Number(dari('kinerja-skala'));
    if (tema === 'terang' || tema === 'gelap') root.setAttribute('data-tema', tema);
    if (skala >= 80 && skala <= 200) root.style.setProperty('--skala-teks', String(skala / 100));
  } catch (e) {
    root.setAttribute('data-tanpa-simpanan', '');
  }
  if (!('structuredClone' in self && 'findLast' in Array.prototype && 'indexedDB' in self))
    root.setAttribute('data-lama', '');
  // A first visit: no worker of ours answers yet. Then the door is what there will be to see.
  else if (
    location.pathname === '/masuk' ||
    (location.pathname === '/' && navigator.serviceWorker && !navigator.serviceWorker.controller)
  )
    root.setAttribute('data-pintu', '');
  // Who has been here before goes inside: what that takes is fetched while the first scripts are still being run.
  else if ('serviceWorker' in navigator && navigator.serviceWorker.controller) {
    var semua = (document.currentScript.getAttribute('data-dalam') || '').match(/\S+/g) || [];
    var layarAwal = location.pathname === '/' || location.pathname.indexOf('/catat/') === 0;
    semua.forEach(function (href) {
      if (!layarAwal && href.indexOf('/harian-') >= 0) return;
      var link = document.createElement('link');
      var gaya = /\.css$/.test(href);
      link.rel = gaya ? 'preload' : 'modulepreload';
      if (gaya) link.as = 'style';
      link.crossOrigin = 'anonymous';
      link.href = href;
      document.head.appendChild(link);
    });
  }
  // A script that does not come: the line broke half-way, and nobody else is here yet to say so.
  addEventListener(
    'error',
    function (event) {
      if (!(event.target instanceof HTMLScriptElement)) return;
      root.removeAttribute('data-pintu');
      root.setAttribute('data-putus', '');
    },
    true,
  );
})();
