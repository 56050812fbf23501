"""The same training as Program.cs measures, with transformers' Qwen3 on the same processor, for a comparison in one run.

Needs Python with torch and transformers, for example Debian's python3-torch, python3-transformers and
libopenblas0-openmp (unstable), say in a debootstrap folder.
Run: python3 transformers_speed.py float32|bfloat16 STEPS
"""
import resource
import sys
import time

import torch
from transformers import Qwen3Config, Qwen3ForCausalLM

WARM_UP = 3


def row(seed):
    ids = [(seed * 512 + i) * 2654435761 % 8192 for i in range(512)]
    return ids, [token if i % 2 == 1 else -100 for i, token in enumerate(ids)]


def main():
    precision, steps = sys.argv[1], int(sys.argv[2])
    torch.set_num_threads(2)
    torch.manual_seed(0)
    config = Qwen3Config(vocab_size=8192, hidden_size=256, intermediate_size=768, num_hidden_layers=4, num_attention_heads=8, num_key_value_heads=2,
                         head_dim=64, tie_word_embeddings=True, attn_implementation="sdpa", use_cache=False)
    model = Qwen3ForCausalLM(config).train()
    decays = [p for n, p in model.named_parameters() if "norm" not in n]
    others = [p for n, p in model.named_parameters() if "norm" in n]
    optimizer = torch.optim.AdamW([{"params": decays, "weight_decay": 0.1}, {"params": others, "weight_decay": 0}], lr=1e-3, betas=(0.9, 0.95), fused=True)
    started, tokens = 0.0, 0
    for step in range(steps + WARM_UP):
        if step == WARM_UP:
            started, tokens = time.perf_counter(), 0
        ids, labels = zip(*(row((step * 4 + i) % 64) for i in range(4)))
        with torch.autocast("cpu", torch.bfloat16, enabled=precision == "bfloat16"):
            loss = model(input_ids=torch.tensor(ids), labels=torch.tensor(labels)).loss
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        tokens += 4 * 512
    seconds = time.perf_counter() - started
    print(f"transformers {precision}: {sum(p.numel() for p in model.parameters()):,} parameters, {tokens / seconds:,.0f} tokens/s, "
          f"{seconds / steps * 1000:.0f} ms a step, peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.2f} GB")


main()
