using AgentScaler.Judging;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Storage;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Conversations;

namespace AgentScaler.Serving.Sessions;

/// <summary>Judges a session like a conversation with the same calls.</summary>
internal sealed class SessionJudge(IDocumentStore store, TrajectoryJudge judge)
{
    /// <param name="answer">The agent's last text to the user. Empty if the answer is not judged.</param>
    /// <exception cref="InvalidOperationException">The session has no task.</exception>
    /// <exception cref="KeyNotFoundException">The task does not exist.</exception>
    public async Task<Verdict> JudgeAsync(string run, LiveSession session, string answer, CancellationToken cancellationToken)
    {
        var id = session.Document.Task
            ?? throw new InvalidOperationException($"Session '{session.Document.Id}' was opened without a task; there is nothing to judge it by.");
        var task = await store.FindAsync<TaskSpecification>(Collections.Tasks, run, id, cancellationToken)
            ?? throw new KeyNotFoundException($"Run '{run}' has no task '{id}'.");
        return judge.Judge(session.Session.Environment, task, Conversation(task, session, answer), new JudgeOptions());
    }

    private static List<ChatMessage> Conversation(TaskSpecification task, LiveSession session, string answer)
    {
        List<ChatMessage> messages = [ChatMessage.System(session.Session.Environment.Definition.Policy), ChatMessage.User(task.Intent)];
        foreach (var call in session.Calls)
        {
            var id = SessionCall.IdOf(session.Document.Id, call.Step);
            messages.Add(ChatMessage.Assistant(null, [new ChatToolCall(id, new ChatFunction(call.Name!, call.Arguments))]));
            messages.Add(ChatMessage.Tool(id, ToolMessages.Text(call.Result!)));
        }

        messages.Add(ChatMessage.Assistant(answer.Length > 0 ? answer : "Done."));
        return messages;
    }
}
