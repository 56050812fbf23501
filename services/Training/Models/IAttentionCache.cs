using static TorchSharp.torch;

namespace AgentScaler.Training.Models;

/// <summary>Keys and values to which new positions attend beside each other: those of earlier positions, or those of a prefix that rows share.</summary>
internal interface IAttentionCache
{
    /// <summary>Adds the keys and values of the new positions and attends to all positions that each may see.</summary>
    /// <param name="queries">[batch, heads, length, head].</param>
    /// <param name="keys">[batch, key-value heads, length, head].</param>
    /// <param name="values">As <paramref name="keys"/>.</param>
    /// <returns>[batch, heads, length, head].</returns>
    Tensor Attend(int layer, Tensor queries, Tensor keys, Tensor values);
}
