using AgentScaler.Environments.Programs;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Programs;

/// <summary>Writes the program of a tool from what the tool is understood to do.</summary>
internal static class ProgramSynthesizer
{
    /// <summary>How much of a result is built from rows and arguments, fullest first; deep and cyclic results beyond a program's size are shown less deep.</summary>
    public static IReadOnlyList<double> Details { get; } = [1, 0.25, 0.05];

    /// <param name="detail">One of <see cref="Details"/>.</param>
    public static ToolProgram Synthesize(DomainPlan plan, ToolIntent intent, double detail = 1)
    {
        var scope = new ProgramScope(plan, intent) { Detail = detail };
        switch (intent.Kind)
        {
            case IntentKind.Get:
                ReadPrograms.Get(scope);
                break;
            case IntentKind.List:
                ReadPrograms.List(scope);
                break;
            case IntentKind.Count:
                ReadPrograms.Count(scope);
                break;
            case IntentKind.Lookup:
                Formulas.Lookup(scope);
                break;
            case IntentKind.Create:
                CreatePrograms.Create(scope);
                break;
            case IntentKind.CreateMany:
                CreatePrograms.CreateMany(scope);
                break;
            case IntentKind.Update:
                UpdatePrograms.Update(scope);
                break;
            case IntentKind.Upsert:
                UpdatePrograms.Upsert(scope);
                break;
            case IntentKind.Transition:
                UpdatePrograms.Transition(scope);
                break;
            case IntentKind.Transfer:
                UpdatePrograms.Transfer(scope);
                break;
            case IntentKind.Link or IntentKind.Unlink:
                UpdatePrograms.Link(scope);
                break;
            case IntentKind.Delete:
                DeletePrograms.Delete(scope);
                break;
            case IntentKind.DeleteMany:
                DeletePrograms.DeleteMany(scope);
                break;
            default:
                throw new InvalidOperationException($"No program is known for {intent.Kind}.");
        }

        return new ToolProgram(intent.Name, intent.Writes, scope.Body, [.. intent.Evidence]);
    }
}
