using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using AgentScaler.Filtering.Auditing;
using AgentScaler.Judging;
using AgentScaler.Tools;
using AgentScaler.Trajectories.Workspaces;

namespace AgentScaler.Standalone.Commands;

/// <summary>Measures the filter's precision and recall.</summary>
internal static class AuditCommand
{
    public static Command Create()
    {
        var (workspace, format) = (CommonOptions.Workspace(), CommonOptions.Format());
        var cases = new Option<int>("--cases") { Description = "Cases to plant over all classes.", HelpName = "N", DefaultValueFactory = _ => 10_000 };
        var seed = new Option<long>("--seed") { Description = "Seed of what is planted where.", HelpName = "N" };
        var python =
            new Option<string>("--python") { Description = "Interpreter of the independent judge.", HelpName = "PATH", DefaultValueFactory = _ => "python3" };
        var command = new Command("audit", "Plants corruptions and harmless variations in accepted trajectories and measures the filter.")
        {
            workspace, cases, seed, python, format,
        };
        command.SetBody(async (result, cancellationToken) =>
        {
            var auditor = new Auditor(new WorkspaceReader(result.GetValue(workspace)!), new TrajectoryJudge());
            var options = new AuditOptions { Cases = result.GetValue(cases), Seed = result.GetValue(seed), Python = result.GetValue(python)! };
            AuditReport report;
            try
            {
                report = await auditor.RunAsync(options, cancellationToken);
            }
            catch (Exception exception) when (exception is WorkspaceException or AuditException)
            {
                throw CommandException.Usage(exception.Message);
            }

            await result.InvocationConfiguration.Output.WriteLineAsync(
                result.GetValue(format) == OutputFormat.Json ? JsonSerializer.Serialize(report, ContractJson.Options) : Table(report));
            return report.Precision is null or 1 && report.Recall is null or 1 && report.VerifyDisagreements == 0 ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }

    private static string Table(AuditReport report)
    {
        var text = new StringBuilder();
        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
        Line($"{"class",-28} {"harmful",-8} {"planted",8} {"rejected",9}");
        foreach (var row in report.Classes)
        {
            Line($"{row.Name,-28} {(row.Harmful ? "yes" : "no"),-8} {row.Planted,8} {row.Rejected,9}");
        }

        Line($"precision {report.Precision:0.####}, recall {report.Recall:0.####} over {report.Cases} cases; undecided {report.Undecided}, verify.py differs in {report.VerifyDisagreements}");
        foreach (var mistake in report.Mistakes)
        {
            Line($"  {mistake.Class} in {mistake.Trajectory}: harmful {mistake.Harmful}, verdict {mistake.Verdict.Reason ?? "accepted"} {mistake.Verdict.Detail}");
        }

        return text.ToString().TrimEnd('\n');
    }
}
