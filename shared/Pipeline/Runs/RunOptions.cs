using AgentScaler.Tools;

namespace AgentScaler.Pipeline.Runs;

/// <summary>Reads a run's settings by the record that holds them.</summary>
public static class RunOptions
{
    /// <summary>The settings of the stage that <typeparamref name="T"/> belongs to; defaults where the run says nothing.</summary>
    /// <exception cref="InvalidOperationException">The run's section does not have the record's form.</exception>
    public static T OptionsOf<T>(this RunDocument run)
        where T : new() => run.OptionsOf<T>(PipelineStages.All.StageOf(typeof(T)).Stage, ContractJson.Options);
}
