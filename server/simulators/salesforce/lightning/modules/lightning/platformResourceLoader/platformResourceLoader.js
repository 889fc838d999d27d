const loading = new Map();

/** Loads a script of the org once for a page; rejects when it cannot be had, and may then be asked again. */
export function loadScript(_component, url) {
  if (!loading.has(url)) {
    const script = document.createElement('script');
    script.src = url;
    const loaded = new Promise((resolve, reject) => {
      script.addEventListener('load', resolve);
      script.addEventListener('error', () => {
        loading.delete(url);
        script.remove();
        reject(new Error(`The script ${url} could not be loaded.`));
      });
    });
    loading.set(url, loaded);
    document.head.append(script);
  }
  return loading.get(url);
}
