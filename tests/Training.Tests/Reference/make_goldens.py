"""Makes the committed goldens of tests/Training.Tests/Goldens from the libraries that define the formats.

Needs Python with torch, transformers and tokenizers, for example Debian's python3-torch, python3-transformers and
python3-tokenizers (unstable), say in a debootstrap folder. Takes about a minute on one core.
Run: python3 make_goldens.py ../../../services/Training/Templates/chat_template.jinja ../Goldens
"""
import hashlib
import json
import math
import pathlib
import random
import sys

import jinja2
import jinja2.ext
import jinja2.sandbox
import tokenizers
import torch
import transformers
from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers
from transformers import PreTrainedTokenizerFast, Qwen3Config, Qwen3ForCausalLM

QWEN = (r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+")
SPECIAL = ["<|endoftext|>", "<|im_start|>", "<|im_end|>", "<tool_call>", "</tool_call>", "<tool_response>", "</tool_response>", "<think>", "</think>"]
WORDS = ("order W100 is pending; cancel it, I've changed my mind. Don't ship! it's 42.50 € naïve Zürich 東京都 서울 مرحبا שלום "
         "हिन्दी ไทย 👩‍👩‍👧 𝒜𝟘𝟙 𠀀𠀁 e\u0301 \u1100\u1161 ſ's 'ſ K \u212b ½ ² Ⅷ _id user_id getOrder HTTPServer").split(" ")


def number(seed, index):
    """One number in [-0.5, 0.5) from an index: the same in every language."""
    x = (index * 2654435761 + seed * 40503 + 12345) % 2**32
    x = ((x ^ (x >> 15)) * 2246822519) % 2**32
    x = ((x ^ (x >> 13)) * 3266489917) % 2**32
    return (x ^ (x >> 16)) / 2**32 - 0.5


def corpus(seed, documents):
    rng = random.Random(seed)
    texts = []
    for _ in range(documents):
        parts = [rng.choice(WORDS) + rng.choice([" ", "  ", "\n", "\r\n", "\t", "", " \n\n ", ", "]) for _ in range(rng.randint(1, 40))]
        if rng.random() < 0.4:
            parts.insert(rng.randint(0, len(parts)), json.dumps({"name": rng.choice(WORDS), "arguments": {"id": rng.randint(0, 10**6), "x": rng.choice(WORDS)}}, ensure_ascii=False))
        if rng.random() < 0.3:
            parts.insert(rng.randint(0, len(parts)), rng.choice(SPECIAL))
        if rng.random() < 0.2:
            parts.append("".join(chr(rng.choice([rng.randint(32, 126), rng.randint(0xA0, 0x24F), rng.randint(0x300, 0x36F), rng.randint(0x4E00, 0x4E80), rng.randint(0x1D400, 0x1D7FF), rng.randint(0x1F600, 0x1F640), rng.randint(0, 31)])) for _ in range(rng.randint(1, 30))))
        texts.append("".join(parts))
    return texts


def make_tokenizer(out):
    train = corpus(1, 250)
    tokenizer = Tokenizer(models.BPE())
    tokenizer.normalizer = normalizers.NFC()
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.Split(Regex(QWEN), "isolated"), pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)])
    tokenizer.decoder = decoders.ByteLevel()
    # Split at special tokens, as our trainer does; theirs would learn them as text.
    import re
    pieces = [p for t in train for p in re.split("|".join(map(re.escape, SPECIAL)), t) if p]
    tokenizer.train_from_iterator(pieces, trainers.BpeTrainer(vocab_size=600, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False))
    tokenizer.add_tokens([tokenizers.AddedToken(t, normalized=False, special=t.startswith("<|")) for t in SPECIAL])
    (out / "tokenizer.json").write_text(tokenizer.to_str(pretty=False) + "\n", encoding="utf-8")
    cases = [{"text": t, "ids": tokenizer.encode(t, add_special_tokens=False).ids} for t in corpus(2, 150)]
    words = [{"text": t, "words": [t[a:b] for _, (a, b) in pre_tokenizers.Split(Regex(QWEN), "isolated").pre_tokenize_str(t)]} for t in ("'ſx 'Sx 'sx 'K", "𝒜𝟘𝟙 a1 𠀀𠀁!", "½²Ⅷ१२", "a\u0301b \u200b\u00a0x\u3000\u2028y")]
    write(out / "tokenizer-cases.json", {"tokenizers": tokenizers.__version__, "training": pieces, "cases": cases, "words": words})


def conversation(rng):
    tools = [{"type": "function", "function": {"name": f"tool_{i}", "description": rng.choice(['Reads "it".', "Grüße 東京\n", ""]),
              "parameters": {"type": "object", "properties": {"a": {"type": "number", "default": rng.choice([1e5, 1.10, 1e-7, 1e16, 123456789.25, 5e-324, 0.0001, -0.0, 3])}, "b": {"enum": ["x", "\u007f\u2028", None, True]}}}}}
             for i in range(rng.randint(0, 3))]
    messages = []
    if rng.random() < 0.7:
        messages.append({"role": "system", "content": rng.choice(["You help.", "", "a\n\nb"])})
    for _ in range(rng.randint(1, 4)):
        messages.append({"role": "user", "content": rng.choice(["Hello", "<tool_response>x</tool_response>", "\n lead", "東京?"])})
        for _ in range(rng.randint(0, 2)):
            calls = [{"type": "function", "id": f"call_{i}", "function": {"name": "tool_0", "arguments": {"a": rng.choice([1, 2.5, 1e22, "é\"\\", None, [1, {"k": []}], {}])}}} for i in range(rng.randint(1, 2))]
            messages.append({"role": "assistant", "content": rng.choice([None, "", "Let me look.", "\nNewline first"]), "tool_calls": calls})
            messages += [{"role": "tool", "tool_call_id": c["id"], "content": rng.choice(['{"ok": 1}', "", "text\n"])} for c in calls]
        answer = {"role": "assistant", "content": rng.choice(["Done.", "<think>\nhm\n</think>\n\nDone.", "</think> only", "\n\nLater"])}
        if rng.random() < 0.3:
            answer["reasoning_content"] = rng.choice(["because", "\nwhy\n", ""])
        messages.append(answer)
    return messages, tools


class Generation(jinja2.ext.Extension):
    """The tag that marks what the assistant says, as transformers reads it: notes where each marked piece stands in the text."""

    tags = {"generation"}

    def parse(self, parser):
        line = next(parser.stream).lineno
        body = parser.parse_statements(["name:endgeneration"], drop_needle=True)
        return jinja2.nodes.CallBlock(self.call_method("_mark"), [], [], body).set_lineno(line)

    def _mark(self, caller):
        return "\ue000" + caller() + "\ue001"


def render(template, messages, tools, prompt, **chosen):
    """The text, and the start and end of each piece that the assistant says; a case's texts hold no private-use letters."""
    environment = jinja2.sandbox.ImmutableSandboxedEnvironment(trim_blocks=True, lstrip_blocks=True, extensions=[Generation, jinja2.ext.loopcontrols])
    environment.filters["tojson"] = lambda value: json.dumps(value, ensure_ascii=False)
    marked = environment.from_string(template).render(messages=messages, tools=tools or None, add_generation_prompt=prompt, **chosen)
    text, said = "", []
    for piece in marked.split("\ue000"):
        if "\ue001" in piece:
            inside, piece = piece.split("\ue001")
            said.append([len(text), len(text) + len(inside)])
            text += inside
        text += piece
    return text, said


def make_template(template, out):
    tokenizer = PreTrainedTokenizerFast(tokenizer_file=str(out / "tokenizer.json"))
    rng = random.Random(3)
    cases = []
    for _ in range(60):
        messages, tools = conversation(rng)
        prompt = rng.random() < 0.3
        text, said = render(template, messages, tools, prompt)
        assert text == tokenizer.apply_chat_template(messages, tools=tools or None, chat_template=template, tokenize=False, add_generation_prompt=prompt)
        for message in messages:
            for call in message.get("tool_calls", []):
                call["function"]["arguments"] = json.dumps(call["function"]["arguments"], ensure_ascii=False)
        cases.append({"messages": messages, "tools": json.dumps(tools, ensure_ascii=False), "prompt": prompt, "text": text, "said": said})
    write(out / "template-cases.json", {"transformers": transformers.__version__, "cases": cases})


def make_model(out):
    results = []
    for tied, accumulation in ((True, 1), (False, 2)):
        shape = dict(vocab_size=320, hidden_size=48, intermediate_size=96, num_hidden_layers=3, num_attention_heads=4, num_key_value_heads=2, head_dim=16,
                     rms_norm_eps=1e-6, rope_theta=10000.0, max_position_embeddings=512, tie_word_embeddings=tied)
        model = Qwen3ForCausalLM(Qwen3Config(**shape, attn_implementation="eager")).float().eval()
        names = [n for n, _ in model.named_parameters()]
        with torch.no_grad():
            for n, p in model.named_parameters():
                seed = int.from_bytes(hashlib.sha256(n.encode()).digest()[:4], "little")
                values = torch.tensor([number(seed, i) for i in range(p.numel())], dtype=torch.float64).reshape(p.shape)
                p.copy_((1 + 0.1 * values if p.ndim == 1 else 0.2 * values).float())
        rows = []
        for r in range(8):
            length = 24 + 5 * r
            ids = [int((number(1000 + r, t) + 0.5) * 320) for t in range(length)]
            rows.append((ids, [i if t > 3 and (t // 4) % 2 == 0 else -100 for t, i in enumerate(ids)]))
        with torch.no_grad():
            logits = model(torch.tensor([rows[0][0]])).logits[0]
        decay = [p for n, p in model.named_parameters() if p.ndim > 1]
        plain = [p for n, p in model.named_parameters() if p.ndim == 1]
        peak, steps, warmup = 1e-2, 10, 1
        optimizer = torch.optim.AdamW([{"params": decay, "weight_decay": 0.1}, {"params": plain, "weight_decay": 0.0}], lr=peak, betas=(0.9, 0.95), eps=1e-8)
        schedule = transformers.get_cosine_schedule_with_warmup(optimizer, warmup, steps)
        records = []
        for step in range(steps):
            # All rows every step, cut into so many micro batches; the loss is normalised over the step.
            total = sum(sum(1 for l in labels[1:] if l != -100) for _, labels in rows)
            loss_sum = 0.0
            for part in range(accumulation):
                for ids, labels in rows[part::accumulation]:
                    output = model(torch.tensor([ids])).logits[0, :-1]
                    loss = torch.nn.functional.cross_entropy(output, torch.tensor(labels[1:]), ignore_index=-100, reduction="sum") / total
                    loss.backward()
                    loss_sum += loss.item()
            norm = torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0).item()
            records.append({"loss": loss_sum, "grad_norm": norm, "learning_rate": schedule.get_last_lr()[0]})
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
        results.append({"config": shape, "names": sorted(names), "accumulation": accumulation, "learning_rate": peak, "warmup_ratio": 0.1,
                        "logits": {"positions": [0, 7, 23], "values": [[logits[t, v].item() for v in range(0, 320, 40)] for t in (0, 7, 23)]},
                        "rows": [{"input_ids": i, "labels": l} for i, l in rows], "steps": records})
    write(out / "model-cases.json", {"transformers": transformers.__version__, "torch": torch.__version__, "cases": results})


def write(path, value):
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    torch.manual_seed(0)
    torch.set_num_threads(1)
    template, out = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"), pathlib.Path(sys.argv[2])
    assert math.isclose(number(1, 1), number(1, 1))
    make_tokenizer(out)
    make_template(template, out)
    make_model(out)
