using static TorchSharp.torch;

namespace AgentScaler.Training.Models;

/// <summary>What the new positions attend to beside one another: keys and values that earlier positions left, or those of a prefix that rows share.</summary>
internal interface IAttentionCache
{
    /// <summary>Takes in the keys and values of the new positions and attends to all that each may see.</summary>
    /// <param name="queries">[batch, heads, length, head].</param>
    /// <param name="keys">[batch, key-value heads, length, head].</param>
    /// <param name="values">As <paramref name="keys"/>.</param>
    /// <returns>[batch, heads, length, head].</returns>
    Tensor Attend(int layer, Tensor queries, Tensor keys, Tensor values);
}
