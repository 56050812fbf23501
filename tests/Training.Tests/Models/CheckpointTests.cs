using AgentScaler.Training.Models;
using AgentScaler.Training.Native;
using AgentScaler.Training.Tokenization;
using static TorchSharp.torch;

namespace AgentScaler.Training.Tests.Models;

public class CheckpointTests
{
    private static readonly Tokenizer Tokenizer = TokenizerFile.Load(Golden.PathOf("tokenizer.json"));

    private static Qwen3Model Model(bool tied = true)
    {
        TorchBackend.Require();
        var model = new Qwen3Model(ModelConfig.Presets["nano"] with { VocabSize = 640, TieWordEmbeddings = tied }, CPU);
        model.Initialize(3);
        return model;
    }

    private static string Saved(TemporaryFolder folder, bool tied = true)
    {
        using var model = Model(tied);
        Checkpoint.Save(folder["c"], model, Tokenizer, new Dictionary<string, string>());
        return folder["c"];
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_was_saved_loads_as_the_same_weights(bool tied)
    {
        using var folder = new TemporaryFolder();
        using var model = Model(tied);
        Checkpoint.Save(folder["c"], model, Tokenizer, new Dictionary<string, string>());
        using var loaded = Checkpoint.Load(folder["c"], CPU);
        Assert.Equal(model.Parameters.Values.data<float>().ToArray(), loaded.Parameters.Values.data<float>().ToArray());
        Checkpoint.Save(folder["d"], loaded, Checkpoint.LoadTokenizer(folder["c"], loaded.Config), new Dictionary<string, string>());
        foreach (var file in Directory.GetFiles(folder["c"]))
        {
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(file.Replace("/c/", "/d/", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Bfloat16_weights_are_widened()
    {
        using var folder = new TemporaryFolder();
        var path = folder["x.safetensors"];
        var header = SafetensorsHeader.Write([new SafetensorsEntry("w", "BF16", [2], 0, 4)], new Dictionary<string, string>());
        File.WriteAllBytes(path, [.. header, 0x80, 0x3F, 0x20, 0xC0]);
        float[]? read = null;
        TorchBackend.Require();
        Safetensors.Read(path, (_, t) => read = t.data<float>().ToArray());
        Assert.Equal([1f, -2.5f], read!);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(400)]
    [InlineData(-1)]
    public void A_file_cut_short_is_named_as_corrupt(int length)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(Saved(folder), "model.safetensors");
        using (var file = new FileStream(path, FileMode.Open))
        {
            file.SetLength(length < 0 ? file.Length - 1 : length);
        }
        var error = Assert.Throws<CheckpointException>(() => Checkpoint.Load(folder["c"], CPU));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_header_are_refused_not_believed()
    {
        using var folder = new TemporaryFolder();
        var random = new Random(5);
        TorchBackend.Require();
        for (var i = 0; i < 200; i++)
        {
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            if (bytes.Length > 9 && i % 2 == 0)
            {
                (bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7], bytes[8]) =
                    ((byte)(bytes.Length - 8), 0, 0, 0, 0, 0, 0, 0, (byte)'{');
            }
            File.WriteAllBytes(folder["x.safetensors"], bytes);
            Assert.Throws<CheckpointException>(() => Safetensors.Read(folder["x.safetensors"], (_, _) => { }));
        }
    }

    [Fact]
    public void A_config_that_does_not_fit_the_weights_names_the_tensor()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(Saved(folder), "config.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"intermediate_size\": 96", "\"intermediate_size\": 128", StringComparison.Ordinal));
        Assert.Contains("mlp", Assert.Throws<CheckpointException>(() => Checkpoint.Load(folder["c"], CPU)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_of_another_kind_is_refused_with_the_remedy()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(Saved(folder), "config.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"model_type\": \"qwen3\"", "\"model_type\": \"qwen3_moe\"", StringComparison.Ordinal));
        Assert.Contains("torchrun", Assert.Throws<CheckpointException>(() => ModelConfig.Load(folder["c"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_config_that_transformers_5_writes_is_read()
    {
        using var folder = new TemporaryFolder();
        const string written =
            """{"model_type":"qwen3","dtype":"float32","eos_token_id":[5,0],"head_dim":16,"hidden_size":48,"intermediate_size":96,"layer_types":["full_attention"],"num_attention_heads":4,"num_hidden_layers":1,"num_key_value_heads":2,"rms_norm_eps":1e-06,"rope_parameters":{"rope_theta":500,"rope_type":"default"},"sliding_window":null,"tie_word_embeddings":true,"use_sliding_window":false,"vocab_size":640}""";
        File.WriteAllText(folder["config.json"], written);
        var config = ModelConfig.Load(folder.Path);
        Assert.Equal((500.0, 5, 640, true), (config.RopeTheta, config.EosTokenId, config.VocabSize, config.TieWordEmbeddings));
        File.WriteAllText(folder["config.json"], written.Replace("default", "yarn", StringComparison.Ordinal));
        Assert.Contains("rope_scaling", Assert.Throws<CheckpointException>(() => ModelConfig.Load(folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_vocabulary_larger_than_the_embedding_is_refused()
    {
        using var folder = new TemporaryFolder();
        var config = ModelConfig.Load(Saved(folder)) with { VocabSize = 300 };
        Assert.Contains("300", Assert.Throws<CheckpointException>(() => Checkpoint.LoadTokenizer(folder["c"], config)).Message, StringComparison.Ordinal);
    }
}
