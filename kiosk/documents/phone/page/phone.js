/* The phone's side: says hello once, prepares and sends each photograph, offers each paper. Old phones run it too, so
   it is written without anything younger than them. Everything shown comes from the table of words or is a number;
   titles of papers are set as text, never as markup. */
(function () {
  'use strict';

  var LONGEST_SIDE = 3000;
  var QUALITY = 0.9;
  var words = JSON.parse(document.body.getAttribute('data-words'));
  var base = location.pathname.replace(/\/+$/, '') + '/';
  var most = 0;
  var mostBytes = 0;
  var received = 0;
  var number = 0;
  var waiting = [];
  var sending = false;
  var watching = null;

  function byId(id) { return document.getElementById(id); }

  function say(key, value) {
    return value === undefined ? words[key] : words[key].replace('%1', value);
  }

  function show(id) {
    var pages = document.querySelectorAll('main');
    for (var i = 0; i < pages.length; i += 1) { pages[i].hidden = pages[i].id !== id; }
    window.scrollTo(0, 0);
  }

  function make(tag, className, text) {
    var element = document.createElement(tag);
    if (className) { element.className = className; }
    if (text) { element.textContent = text; }
    return element;
  }

  /* One request. `then(status, answer)`; status 0: the kiosk did not answer. */
  function ask(method, path, body, then, progress) {
    var request = new XMLHttpRequest();
    var over = false;
    function end(status) {
      if (over) { return; }
      over = true;
      var answer = {};
      try { answer = JSON.parse(request.responseText); } catch (_) { /* an answer without words */ }
      then(status, answer);
    }
    request.open(method, base + path);
    request.onload = function () { end(request.status); };
    request.onerror = request.onabort = request.ontimeout = function () { end(0); };
    if (progress && request.upload) { request.upload.onprogress = progress; }
    request.send(body);
  }

  /* What ends the visit ends it on every page. */
  function stops(answer) {
    if (answer.trouble !== 'second-phone' && answer.trouble !== 'code-expired') { return false; }
    show(answer.trouble);
    return true;
  }

  function hello() {
    show('wait');
    ask('POST', 'hello', null, function (status, answer) {
      if (stops(answer)) { return; }
      if (status !== 200) { show('lost'); return; }
      most = answer.most;
      mostBytes = answer.most_bytes;
      received = answer.received;
      if (answer.mode === 'take') { offer(answer.papers, answer.fetched); show('take'); } else { count(); show('bring'); }
    });
  }

  /* --- photographs in ------------------------------------------------------------------------------------------ */

  function count() {
    byId('arrived').textContent = received === 0 ? '' : received === 1 ? say('arrived-one') : say('arrived-many', received);
    byId('camera-words').textContent = say(received ? 'another-photo' : 'take-photo');
    byId('bring-done').hidden = received === 0 || sending;
    byId('full').hidden = received < most;
  }

  function chosen(event) {
    var files = event.target.files;
    for (var i = 0; i < files.length; i += 1) { waiting.push(row(files[i])); }
    event.target.value = '';
    next();
  }

  function row(file) {
    number += 1;
    var item = make('li');
    var picture = make('img');
    picture.alt = '';
    var side = make('div', 'words');
    var state = make('div', 'state', say('preparing'));
    var bar = make('progress');
    bar.max = 100;
    bar.value = 0;
    side.appendChild(make('div', 'name', say('photo', number)));
    side.appendChild(state);
    side.appendChild(bar);
    item.appendChild(picture);
    item.appendChild(side);
    byId('photos').insertBefore(item, byId('photos').firstChild);
    return { file: file, item: item, picture: picture, state: state, bar: bar };
  }

  function next() {
    var one = sending ? null : waiting.shift();
    if (!one) { count(); return; }
    sending = true;
    count();
    prepare(one, function (content) { send(one, content); });
  }

  /* Smaller, as JPEG, without the place and time that phones write into photographs. A phone that cannot sends the
     file as it is, and the kiosk looks at it. */
  function prepare(one, then) {
    var address = URL.createObjectURL(one.file);
    var image = new Image();
    image.onload = function () { URL.revokeObjectURL(address); shrink(one, image, then); };
    image.onerror = function () { URL.revokeObjectURL(address); then(one.file); };
    image.src = address;
  }

  function turnsByItself() {
    return Boolean(window.CSS && CSS.supports && CSS.supports('image-orientation', 'from-image'));
  }

  function draw(image, longest) {
    var scale = Math.min(1, longest / Math.max(image.naturalWidth, image.naturalHeight));
    var canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
    canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
    var context = canvas.getContext('2d');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas;
  }

  function shrink(one, image, then) {
    try {
      draw(image, 160).toBlob(function (small) { if (small) { thumbnail(one, small); } }, 'image/jpeg', 0.7);
      if (!turnsByItself() && one.file.type === 'image/jpeg') { then(one.file); return; }
      draw(image, LONGEST_SIDE).toBlob(function (content) { then(content || one.file); }, 'image/jpeg', QUALITY);
    } catch (_) {
      then(one.file);
    }
  }

  function thumbnail(one, small) {
    var address = URL.createObjectURL(small);
    one.picture.onload = function () { URL.revokeObjectURL(address); };
    one.picture.src = address;
  }

  function send(one, content) {
    if (content.size > mostBytes) { refused(one, 'too-large'); return; }
    one.state.textContent = say('sending', 0);
    ask('POST', 'photo', content, function (status, answer) {
      if (stops(answer)) { return; }
      if (status === 200) { arrived(one, answer.received); } else { refused(one, answer.trouble || 'not-sent'); }
    }, function (event) {
      if (!event.lengthComputable) { return; }
      var percent = Math.round(100 * event.loaded / event.total);
      one.bar.value = percent;
      one.state.textContent = say('sending', percent);
    });
  }

  function arrived(one, total) {
    received = total;
    one.item.className = 'received';
    one.state.textContent = '\u2713 ' + say('received');
    one.bar.hidden = true;
    over();
  }

  function refused(one, key) {
    one.item.className = 'refused';
    one.state.textContent = say(words[key] ? key : 'not-sent');
    one.bar.hidden = true;
    if (key === 'not-sent') {
      var again = make('button', 'button secondary', say('again'));
      again.type = 'button';
      again.onclick = function () {
        one.item.removeChild(again);
        one.item.className = '';
        one.bar.hidden = false;
        waiting.push(one);
        next();
      };
      one.item.appendChild(again);
    }
    over();
  }

  function over() {
    sending = false;
    next();
  }

  function finish(page) {
    ask('POST', 'done', null, function (status, answer) {
      if (stops(answer)) { return; }
      show(status === 200 ? page : 'lost');
    });
  }

  /* --- papers out ---------------------------------------------------------------------------------------------- */

  function offer(papers, fetched) {
    var list = byId('papers');
    list.textContent = '';
    for (var i = 0; i < papers.length; i += 1) {
      var item = make('li');
      var side = make('div', 'words');
      var title = make('div', 'name', papers[i].title);
      title.dir = 'auto';
      side.appendChild(title);
      side.appendChild(make('div', 'state', size(papers[i].bytes)));
      var save = make('a', 'button primary save', say('save'));
      save.href = base + 'paper/' + i;
      save.setAttribute('download', '');
      save.onclick = watch;
      var see = make('a', 'quiet', say('see'));
      see.href = base + 'paper/' + i + '?voir';
      item.appendChild(side);
      item.appendChild(save);
      item.appendChild(see);
      list.appendChild(item);
    }
    saved(fetched);
  }

  function size(bytes) {
    var mega = bytes / 1000000;
    if (mega < 1) { return say('kilobytes', Math.max(1, Math.round(bytes / 1000))); }
    return say('megabytes', (Math.round(mega * 10) / 10).toLocaleString(document.documentElement.lang));
  }

  function saved(fetched) {
    var items = byId('papers').children;
    for (var i = 0; i < fetched.length; i += 1) {
      var item = items[fetched[i]];
      if (item.className !== 'received') {
        item.className = 'received';
        item.querySelector('.state').textContent = '\u2713 ' + say('saved');
        item.querySelector('.save').className = 'button secondary save';
      }
    }
    byId('take-done').hidden = fetched.length === 0;
  }

  /* Whether it arrived is known by the kiosk, not by the page: asked every second for a while. */
  function watch() {
    var left = 60;
    clearInterval(watching);
    watching = setInterval(function () {
      left -= 1;
      if (left < 0) { clearInterval(watching); return; }
      ask('GET', 'state', null, function (status, answer) {
        if (stops(answer)) { clearInterval(watching); return; }
        if (status !== 200) { return; }
        saved(answer.fetched);
        if (answer.fetched.length === answer.papers.length) { clearInterval(watching); }
      });
    }, 1000);
  }

  byId('camera').onchange = chosen;
  byId('gallery').onchange = chosen;
  byId('bring-done').onclick = function () { finish('finished-bring'); };
  byId('take-done').onclick = function () { finish('finished-take'); };
  byId('more').onclick = function () { show('bring'); };
  byId('retry').onclick = hello;
  hello();
}());
