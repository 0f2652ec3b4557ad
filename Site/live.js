// Makes the figures of a page live. What they show is computed by the book's own Swift, in a
// WebAssembly module: this script hands over what the controls stand at, and shows what comes
// back. The module's functions are those of Site/Live/; site.js stands before.
"use strict";

(() => {
  const folder = document.currentScript.src.replace(/[^/]*$/, "");

  const note = (text) => make("p", { className: "live-note", textContent: say(text) });

  // Says in the place of controls why there are none.
  const giveUp = (panel, reason) => {
    panel.classList.add("given-up");
    panel.replaceChildren(note(reason));
  };

  // The module: numbers go in, and the address of an answer comes out.

  const bytes = (text) => {
    const letters = atob(text);
    const array = new Uint8Array(letters.length);
    for (let i = 0; i < letters.length; i += 1) array[i] = letters.charCodeAt(i);
    return array;
  };

  let swift;
  const load = async () => {
    const module = await WebAssembly.compile(bytes(window.liveModule));
    const system = {};
    for (const { module: name, name: member } of WebAssembly.Module.imports(module)) {
      (system[name] ??= {})[member] = () => 0;
    }
    swift = (await WebAssembly.instantiate(module, system)).exports;
  };

  const text = (address) => {
    const [, , , start, size] = new Int32Array(swift.memory.buffer, address, 5);
    return JSON.parse(new TextDecoder().decode(
      new Uint8Array(swift.memory.buffer, start, size)));
  };

  const show = (address, canvas) => {
    const [width, height, pixels] = new Int32Array(swift.memory.buffer, address, 5);
    if (canvas.width !== width || canvas.height !== height) {
      Object.assign(canvas, { width, height });
    }
    const image = new Uint8ClampedArray(swift.memory.buffer, pixels, 4 * width * height);
    canvas.getContext("2d").putImageData(new ImageData(image, width, height), 0, 0);
  };

  // A place on a canvas in its pixels, whatever its size on the screen.
  const place = (canvas, event) => {
    const box = canvas.getBoundingClientRect();
    return [
      (event.clientX - box.left) * canvas.width / box.width,
      (event.clientY - box.top) * canvas.height / box.height,
    ];
  };

  // Calls back with a place wherever a mouse, finger or pen is pressed on a canvas or moved.
  const follow = (canvas, isPressed) => {
    canvas.classList.add("live-hold");
    canvas.addEventListener("pointerdown", (event) => {
      if (!event.isPrimary || event.button !== 0) return;
      canvas.setPointerCapture(event.pointerId);
      isPressed(...place(canvas, event), true);
      event.preventDefault();
    });
    canvas.addEventListener("pointermove", (event) => {
      if (!canvas.hasPointerCapture(event.pointerId)) return;
      const all = event.getCoalescedEvents?.() ?? [];
      for (const at of all.length > 0 ? all : [event]) isPressed(...place(canvas, at), false);
      event.preventDefault();
    });
  };

  // What is to be drawn is drawn once a frame: first what is being touched, then the others of
  // its chapter, for as long as the frame has time, but one of them in every fourth frame.

  const waiting = new Set();
  let touched;
  let framesWithoutOthers = 0;
  const later = (view) => {
    if (waiting.size === 0) requestAnimationFrame(drawWaiting);
    waiting.add(view);
  };
  const drawWaiting = () => {
    const start = performance.now();
    const views = [...waiting].sort((a, b) => (b === touched) - (a === touched));
    framesWithoutOthers = views.length > 1 ? framesWithoutOthers + 1 : 0;
    for (const view of views) {
      const isLate = performance.now() - start > 8;
      if (view !== touched && isLate && framesWithoutOthers < 4) break;
      waiting.delete(view);
      if (view !== touched) framesWithoutOthers = 0;
      view.attempt(() => view.draw());
    }
    if (waiting.size > 0) requestAnimationFrame(drawWaiting);
  };

  /// A picture of the page, or its sheet to draw on, in the module's hands.
  class View {
    // A module that has failed is not asked again: its memory may be in disorder.
    static hasFailed = false;

    attempt(action) {
      if (View.hasFailed) return this.fail();
      try {
        return action();
      } catch (error) {
        View.hasFailed = true;
        console.error(error);
        for (const view of views) view.fail();
      }
    }

    change(action) {
      this.attempt(() => {
        touched = this;
        action();
        this.renew();
      });
    }

    // What was drawn is out of date; what is in sight is drawn anew.
    renew() {
      this.isDrawn = false;
      if (this.isVisible) later(this);
    }

    // The picture is as wide as a box of the page.
    fill(box) {
      this.box = box;
      new ResizeObserver(() => {
        if (this.isDrawn && this.room !== box.clientWidth) this.renew();
      }).observe(box);
    }

    // Notes how wide that is.
    measure() {
      this.room = this.box.clientWidth;
      this.isDrawn = true;
      return this.room;
    }
  }
  const views = [];

  class Figure extends View {
    constructor(element, index, description) {
      super();
      const { chapter, canDrag, controls, buttons } = description;
      Object.assign(this, { index, chapter });
      this.image = element.querySelector("img");
      this.canvas = make("canvas", {});
      this.canvas.setAttribute("role", "img");
      this.canvas.setAttribute("aria-label", this.image.alt);
      this.canvas.style.width = `${this.image.getAttribute("width")}px`;
      if (canDrag) {
        follow(this.canvas, (column, row, isPressed) => this.change(
          () => swift.point(this.index, column, row, isPressed ? 1 : 0)));
      }

      this.inputs = controls.map((control) => this.input(control));
      this.values = make("div", { className: "live-values" });
      this.panel = element.querySelector(".live-panel");
      this.panel.append(
        note(canDrag ? "live: drag in the picture, or move a control" : "live: move a control"),
        make("div", { className: "live-controls" }, ...this.inputs.map(({ label }) => label)),
        make("div", { className: "live-controls" }, ...this.buttons(buttons)), this.values);

      this.fill(this.panel);
      new IntersectionObserver(([{ isIntersecting }]) => {
        this.isVisible = isIntersecting;
        if (isIntersecting && !this.isDrawn) later(this);
      }, { rootMargin: "200px" }).observe(element);
    }

    input({ index, name, kind, count }) {
      const input = make("input", { type: kind === "number" ? "number" : "range" });
      Object.assign(input, { min: 0, max: count - 1, step: 1, id: `live-${this.index}-${index}` });
      const output = make("output", {});
      output.setAttribute("for", input.id);
      input.addEventListener("input", () => {
        if (input.value === "" || !input.validity.valid) return;
        this.change(() => swift.set(this.index, index, input.valueAsNumber));
      });
      const label = make(
        "label", { className: "live-control", htmlFor: input.id }, make("span", { textContent: say(name) }), input);
      if (kind !== "number") label.append(output);
      return { index, input, output, label };
    }

    buttons(buttons) {
      const elements = buttons.map(({ name, action }, index) => {
        const button = make("button", { type: "button", textContent: say(name) });
        button.addEventListener("click", () => {
          if (action === "play") this.play(button, name, index);
          else this.change(() => swift.press(this.index, index, 1));
        });
        return button;
      });
      const reset = make("button", { type: "button", textContent: say("reset") });
      reset.addEventListener("click", () => this.change(() => swift.reset(this.index)));
      return [...elements, reset];
    }

    // Goes on from frame to frame, up to the end or a second press.
    play(button, name, index) {
      const isPlaying = button === this.playing;
      this.stop();
      if (isPlaying) return;
      this.playing = button;
      button.textContent = say("stop");
      const step = (isFirst) => {
        if (this.playing !== button) return;
        let goesOn = false;
        this.change(() => { goesOn = swift.press(this.index, index, isFirst ? 1 : 0) === 1; }, true);
        if (goesOn) requestAnimationFrame(() => step(false));
        else this.stop();
      };
      this.stop = () => {
        button.textContent = say(name);
        this.playing = undefined;
      };
      step(true);
    }

    stop() {}

    // Changes what controls stand at, in all figures of the chapter.
    change(action, isPlaying = false) {
      if (!isPlaying) this.stop();
      super.change(() => {
        action();
        for (const view of views) {
          if (view.chapter === this.chapter) view.renew();
        }
      });
    }

    draw() {
      const answer = swift.draw(this.index, this.measure());
      show(answer, this.canvas);
      if (!this.canvas.isConnected) this.image.replaceWith(this.canvas);
      const { controls, texts } = text(answer);
      for (const { index, input, output } of this.inputs) {
        if (document.activeElement !== input || input.type !== "number") {
          input.value = controls[index].index;
        }
        output.textContent = controls[index].text;
        input.setAttribute("aria-valuetext", controls[index].text);
      }
      this.values.textContent = texts
        .map(({ name, text }) => say(name) + say(": ") + (text.includes("\n") ? "\n" : "") + text)
        .join("\n");
    }

    fail() {
      this.canvas.replaceWith(this.image);
      giveUp(this.panel, "not live: the figure’s program has failed");
    }
  }

  /// The sheet to draw a digit on, and what the networks read on it.
  class Sheet extends View {
    constructor(element) {
      super();
      this.element = element;
      this.sheet = make("canvas", { width: 280, height: 280, className: "live-sheet", tabIndex: 0 });
      this.sheet.setAttribute("role", "img");
      this.sheet.setAttribute("aria-label", say("sheet"));
      this.reading = make("canvas", {});
      this.reading.setAttribute("role", "img");
      this.answer = make("output", { className: "live-values" });
      this.say("nothing is drawn yet");
      this.answer.setAttribute("aria-live", "polite");
      const undo = make("button", { type: "button", textContent: say("undo") });
      const clear = make("button", { type: "button", textContent: say("clear") });
      undo.addEventListener("click", () => this.change(() => swift.undo()));
      clear.addEventListener("click", () => this.change(() => swift.clear()));
      element.append(
        note("draw a digit with the mouse, a finger, or a pen"), this.sheet,
        make("div", { className: "live-controls" }, undo, clear), this.answer,
        make("div", { className: "live-reading" }, this.reading));
      this.fill(this.reading.parentElement);
      follow(this.sheet, (x, y, isDown) => this.change(() => swift.pen(x, y, isDown ? 1 : 0)));
      this.sheet.addEventListener("keydown", (event) => this.press(event));
      // The weights are large: they are loaded once the sheet is near.
      new IntersectionObserver(([{ isIntersecting }], observer) => {
        if (!isIntersecting) return;
        observer.disconnect();
        addNetworks().then(() => {
          this.isRead = true;
          this.renew();
        }).catch((error) => {
          console.error(error);
          this.fail();
        });
      }, { rootMargin: "1000px" }).observe(element);
      this.isVisible = true;
      this.renew();
    }

    say(answer) {
      this.answer.textContent = say(answer);
      this.reading.setAttribute("aria-label", say(answer));
    }

    // By the keyboard: arrows move the pen, Space sets it down and lifts it.
    press(event) {
      const steps = {
        ArrowLeft: [-10, 0], ArrowRight: [10, 0], ArrowUp: [0, -10], ArrowDown: [0, 10], " ": [0, 0],
      };
      const step = steps[event.key];
      if (step === undefined) return;
      event.preventDefault();
      this.pen ??= { x: 140, y: 60, isDown: false };
      const pen = this.pen;
      const within = (value) => Math.min(Math.max(value, 20), 260);
      [pen.x, pen.y] = [within(pen.x + step[0]), within(pen.y + step[1])];
      if (event.key === " ") {
        pen.isDown = !pen.isDown;
        if (pen.isDown) this.change(() => swift.pen(pen.x, pen.y, 1));
      } else if (pen.isDown) {
        this.change(() => swift.pen(pen.x, pen.y, 0));
      }
      this.renew();
    }

    draw() {
      const answer = swift.sheet();
      show(answer, this.sheet);
      const isEmpty = text(answer) === 0;
      if (document.activeElement === this.sheet && this.pen !== undefined) {
        // Where the keyboard's pen is.
        const context = this.sheet.getContext("2d");
        context.strokeStyle = this.pen.isDown ? "#d55e00" : "#0072b2";
        context.lineWidth = 2;
        context.strokeRect(this.pen.x - 10, this.pen.y - 10, 20, 20);
      }
      if (!this.isRead) return;
      const read = swift.read(this.measure());
      show(read, this.reading);
      const { fault, readings } = text(read);
      const names = ["the document’s network", "the better network"];
      const said = readings.map((reading, i) => say(names[i]) + say(": ") + reading).join("\n");
      this.say(isEmpty ? "nothing is drawn yet" : fault === "" ? said : "no digit is found");
    }

    fail() {
      giveUp(this.element, "not live: the figure’s program has failed");
    }
  }

  const addNetworks = async () => {
    await new Promise((onload, fail) => {
      const onerror = () => fail(new Error("live-weights.js is missing"));
      document.head.append(make("script", { src: `${folder}live-weights.js`, onload, onerror }));
    });
    for (const [index, name] of ["document", "further"].entries()) {
      if (window.liveWeights[name] === undefined) continue;
      const weights = bytes(window.liveWeights[name]);
      const room = swift.room(weights.length);
      new Uint8Array(swift.memory.buffer, room, weights.length).set(weights);
      if (swift.addNetwork(index) !== 1) throw new Error(`the weights of ${name} are damaged`);
    }
  };

  const begin = async () => {
    const figures = [...document.querySelectorAll("figure.live")];
    const sheets = [...document.querySelectorAll(".live-draw")];
    if (figures.length + sheets.length === 0) return;
    try {
      await load();
      const descriptions = text(swift.describe());
      for (const element of figures) {
        const index = descriptions.findIndex(({ picture }) => picture === element.dataset.live);
        if (index >= 0) views.push(new Figure(element, index, descriptions[index]));
      }
      for (const element of sheets) views.push(new Sheet(element));
      document.documentElement.dataset.live = "ready";
    } catch (error) {
      console.warn(error);
      for (const panel of document.querySelectorAll(".live-panel:empty")) {
        giveUp(panel, "not live: this browser does not run the figure’s program");
      }
    }
  };
  begin();
})();
