using AgentScaler.Training.Native;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace AgentScaler.Training.Models;

/// <summary>
/// Dense Qwen3: RMSNorm, grouped-query attention whose queries and keys are normalised per head, rotary positions,
/// SwiGLU, and (usually) one matrix for embedding and head. Parameters are fp32; products are computed in
/// <see cref="Compute"/>. Parameter names are Hugging Face's.
/// </summary>
public sealed class Qwen3Model : IDisposable
{
    private readonly Tensor _frequencies;

    public Qwen3Model(ModelConfig config, Device device, ScalarType compute = ScalarType.Float32)
    {
        Config = config;
        Device = device;
        Compute = compute;
        Parameters = new ParameterSet(ShapesOf(config), device);
        using var scope = NewDisposeScope();
        var exponents = tensor(Enumerable.Range(0, config.HeadDim / 2).Select(i => 2f * i).ToArray(), ScalarType.Float32, device).Over(config.HeadDim);
        _frequencies = tensor(config.RopeTheta, ScalarType.Float32, device).pow(exponents.neg()).DetachFromDisposeScope();
    }

    public ModelConfig Config { get; }

    public Device Device { get; }

    /// <summary>The type in which matrices are multiplied: fp32, or bf16 with fp32 for accumulated values.</summary>
    public ScalarType Compute { get; }

    public ParameterSet Parameters { get; }

    /// <summary>Draws weights like Hugging Face for a new model: normal with the config's range, and norms of one.</summary>
    public void Initialize(long seed)
    {
        using var guard = no_grad();
        using var scope = NewDisposeScope();
        // The weights are drawn on the CPU, so that a seed means the same weights on every device.
        using var generator = new Generator((ulong)seed, CPU);
        foreach (var shape in Parameters.Shapes)
        {
            if (shape.Decays)
            {
                Parameters[shape.Name].copy_(randn(shape.Shape, ScalarType.Float32, CPU, generator: generator).Times(Config.InitializerRange));
            }
            else
            {
                Parameters[shape.Name].FillInPlace(1);
            }
        }
    }

    public Tensor Embed(Tensor ids) =>
        Parameters["model.embed_tokens.weight"].index_select(0, ids.flatten()).view(ids.shape[0], ids.shape[1], Config.HiddenSize).to(Compute);

    /// <summary>Returns the cosines and sines of the rotary embedding at these positions ([batch or 1, length]), each [.., 1, length, head].</summary>
    public (Tensor Cos, Tensor Sin) Rotary(Tensor positions)
    {
        var angles = positions.to(ScalarType.Float32).unsqueeze(-1).mul(_frequencies);
        var both = cat([angles, angles], -1).unsqueeze(1);
        return (both.cos().to(Compute), both.sin().to(Compute));
    }

    /// <summary>Runs one decoder layer over [batch, length, hidden]. A given cache supplies further keys and values.</summary>
    /// <param name="wanted">
    /// Positions in the flattened batch whose output is wanted, as [wanted, hidden]; null returns all, in the shape of <paramref name="x"/>.
    /// </param>
    internal Tensor Layer(int index, Tensor x, (Tensor Cos, Tensor Sin) rotary, IAttentionCache? cache = null, Tensor? wanted = null)
    {
        using var scope = NewDisposeScope();
        var name = $"model.layers.{index}.";
        var (batch, length) = (x.shape[0], x.shape[1]);
        var h = Normalize(x, name + "input_layernorm.weight");
        var q = Rotate(Heads(h, name + "self_attn.q_proj.weight", name + "self_attn.q_norm.weight", Config.NumAttentionHeads), rotary);
        var k = Rotate(Heads(h, name + "self_attn.k_proj.weight", name + "self_attn.k_norm.weight", Config.NumKeyValueHeads), rotary);
        var v = F.linear(h, Weight(name + "self_attn.v_proj.weight")).view(batch, length, Config.NumKeyValueHeads, Config.HeadDim).transpose(1, 2);
        var attended = cache is null ? CausalAttention(q, k, v) : cache.Attend(index, q, k, v);
        attended = attended.transpose(1, 2).reshape(batch, length, Config.NumAttentionHeads * Config.HeadDim);
        if (wanted is not null)
        {
            (attended, x) = (attended.flatten(0, 1).index_select(0, wanted), x.flatten(0, 1).index_select(0, wanted));
        }
        x = x.Plus(F.linear(attended, Weight(name + "self_attn.o_proj.weight")));
        h = Normalize(x, name + "post_attention_layernorm.weight");
        var gated = F.silu(F.linear(h, Weight(name + "mlp.gate_proj.weight"))) * F.linear(h, Weight(name + "mlp.up_proj.weight"));
        return x.Plus(F.linear(gated, Weight(name + "mlp.down_proj.weight"))).MoveToOuterDisposeScope();
    }

    /// <summary>Attention in which every position attends to itself and the positions before it.</summary>
    internal Tensor CausalAttention(Tensor queries, Tensor keys, Tensor values)
    {
        // libtorch's fused attention is slower in bf16 than in fp32 on the processor, more than twofold.
        var type = Device.type == TorchSharp.DeviceType.CPU ? ScalarType.Float32 : Compute;
        return F.scaled_dot_product_attention(queries.to(type), Repeat(keys).to(type), Repeat(values).to(type), is_casual: true).to(Compute);
    }

    /// <summary>Returns the fp32 logits of rows of hidden states.</summary>
    public Tensor Head(Tensor rows)
    {
        var h = Normalize(rows, "model.norm.weight");
        return F.linear(h, Weight(Config.TieWordEmbeddings ? "model.embed_tokens.weight" : "lm_head.weight")).to(ScalarType.Float32);
    }

    /// <summary>Returns the logits at every position, without a cache.</summary>
    public Tensor Logits(Tensor ids)
    {
        using var guard = no_grad();
        using var scope = NewDisposeScope();
        var rotary = Rotary(Arithmetic.Positions(0, ids.shape[1], Device).unsqueeze(0));
        var x = Embed(ids);
        for (var layer = 0; layer < Config.NumHiddenLayers; layer++)
        {
            x = Layer(layer, x, rotary);
        }
        return Head(x).MoveToOuterDisposeScope();
    }

    public void Dispose()
    {
        _frequencies.Dispose();
        Parameters.Dispose();
    }

    private Tensor Weight(string name) => Compute == ScalarType.Float32 ? Parameters[name] : Parameters[name].to(Compute);

    private Tensor Heads(Tensor h, string projection, string norm, int heads) =>
        Normalize(F.linear(h, Weight(projection)).view(h.shape[0], h.shape[1], heads, Config.HeadDim), norm).transpose(1, 2);

    /// <summary>RMSNorm over the last dimension, in fp32 like transformers.</summary>
    private Tensor Normalize(Tensor x, string name)
    {
        var wide = x.to(ScalarType.Float32);
        var scaled = wide * rsqrt(wide.Squared().mean([-1], keepdim: true).Plus(Config.RmsNormEps));
        return Compute == ScalarType.Float32 ? scaled * Parameters[name] : scaled.to(Compute) * Weight(name);
    }

    private Tensor Rotate(Tensor x, (Tensor Cos, Tensor Sin) rotary)
    {
        var half = Config.HeadDim / 2;
        var turned = cat([x.narrow(-1, half, half).neg(), x.narrow(-1, 0, half)], -1);
        return (x * rotary.Cos).Plus(turned * rotary.Sin);
    }

    /// <summary>Gives every query head its key-value head.</summary>
    internal Tensor Repeat(Tensor x)
    {
        var times = Config.NumAttentionHeads / Config.NumKeyValueHeads;
        return times == 1 ? x : x.repeat_interleave(times, 1);
    }

    private static List<ParameterShape> ShapesOf(ModelConfig c)
    {
        long queries = (long)c.NumAttentionHeads * c.HeadDim, keys = (long)c.NumKeyValueHeads * c.HeadDim;
        var shapes = new List<ParameterShape> { new("model.embed_tokens.weight", [c.VocabSize, c.HiddenSize], true) };
        for (var i = 0; i < c.NumHiddenLayers; i++)
        {
            var name = $"model.layers.{i}.";
            shapes.Add(new(name + "self_attn.q_proj.weight", [queries, c.HiddenSize], true));
            shapes.Add(new(name + "self_attn.k_proj.weight", [keys, c.HiddenSize], true));
            shapes.Add(new(name + "self_attn.v_proj.weight", [keys, c.HiddenSize], true));
            shapes.Add(new(name + "self_attn.o_proj.weight", [c.HiddenSize, queries], true));
            shapes.Add(new(name + "self_attn.q_norm.weight", [c.HeadDim], false));
            shapes.Add(new(name + "self_attn.k_norm.weight", [c.HeadDim], false));
            shapes.Add(new(name + "mlp.gate_proj.weight", [c.IntermediateSize, c.HiddenSize], true));
            shapes.Add(new(name + "mlp.up_proj.weight", [c.IntermediateSize, c.HiddenSize], true));
            shapes.Add(new(name + "mlp.down_proj.weight", [c.HiddenSize, c.IntermediateSize], true));
            shapes.Add(new(name + "input_layernorm.weight", [c.HiddenSize], false));
            shapes.Add(new(name + "post_attention_layernorm.weight", [c.HiddenSize], false));
        }

        shapes.Add(new("model.norm.weight", [c.HiddenSize], false));
        if (!c.TieWordEmbeddings)
        {
            shapes.Add(new("lm_head.weight", [c.VocabSize, c.HiddenSize], true));
        }
        return shapes;
    }
}
