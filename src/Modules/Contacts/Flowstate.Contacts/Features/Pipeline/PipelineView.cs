using Flowstate.Contacts.Domain;

namespace Flowstate.Contacts.Features.Pipeline;

/// <summary>How the workspace has set its gates, and what it calls its stages.</summary>
/// <param name="Labels">By code; every stage, also those that are called as ever.</param>
internal sealed record PipelineView(GateModes Gates, IReadOnlyDictionary<Stage, string> Labels)
{
    public static PipelineView Of(PipelineSettings? settings)
    {
        var labels = new StageLabels(settings?.Labels ?? []);
        return new PipelineView(
            settings?.Gates ?? GateModes.Strict,
            Stages.All.ToDictionary(stage => stage, labels.Of)
        );
    }
}
