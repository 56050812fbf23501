using AgentScaler.Gateway.Orchestration;
using AgentScaler.Pipeline.Runs;
using Spectre.Console;

namespace AgentScaler.Standalone.Progress;

/// <summary>Shows a table of the stages that is redrawn in place.</summary>
internal sealed class LiveProgress : IProgressView
{
    private const int BarWidth = 32;

    private readonly TaskCompletionSource _ended = new();
    private readonly Task _loop;
    private readonly Table _table = new Table().RoundedBorder().BorderColor(Color.Grey).AddColumns("stage", "progress", "done", "failed", "at");
    private LiveDisplayContext? _display;

    public LiveProgress(IAnsiConsole console)
    {
        _loop = console.Live(_table).AutoClear(true).StartAsync(async context =>
        {
            _display = context;
            await _ended.Task;
        });
    }

    public void Show(IReadOnlyList<StageProgress> stages)
    {
        _table.Rows.Clear();
        foreach (var stage in stages)
        {
            _table.AddRow(
                new Markup(stage.IsComplete
                    ? $"[green]{stage.Stage.Name()}[/]"
                    : stage.Done > 0 || stage.Current is not null
                    ? $"[yellow]{stage.Stage.Name()}[/]"
                    : $"[grey]{stage.Stage.Name()}[/]"),
                new Markup(Bar(stage)),
                new Text(stage.Expected is { } expected ? $"{stage.Done}/{expected}" : $"{stage.Done}"),
                new Text(stage.Dead > 0 ? $"{stage.Dead}" : ""),
                new Text(stage.Current ?? ""));
        }

        _display?.Refresh();
    }

    public async ValueTask DisposeAsync()
    {
        _ended.TrySetResult();
        await _loop;
    }

    private static string Bar(StageProgress stage)
    {
        var share = stage.IsComplete ? 1 : stage.Expected is > 0 and var expected ? Math.Min(1, (double)stage.Done / expected) : 0;
        var filled = (int)Math.Round(share * BarWidth);
        return $"[green]{new string('━', filled)}[/][grey]{new string('─', BarWidth - filled)}[/]";
    }
}
