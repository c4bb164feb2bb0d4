// A worker that keeps the last word it was told, for whoever asks: alone, or shared between pages.
let word = "";

function hear(event, answer) {
  if (event.data.keep) word = event.data.keep;
  answer.postMessage(word);
}

addEventListener("message", (event) => hear(event, self));
addEventListener("connect", ({ ports: [port] }) => {
  port.onmessage = (event) => hear(event, port);
});

// The word goes round: said on the channel, it is said back by who hears it.
const channel = new BroadcastChannel("traces");
channel.onmessage = ({ data }) => {
  if (data.ask) channel.postMessage({ told: data.ask });
};
