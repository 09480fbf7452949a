using TenkTanken.Data;

namespace TenkTanken.Web.Features.Checklist;

public static class SaveStatus
{
    /// <summary>The status of the answer to a save. What is full or gone stays so; the rest may go well in a minute.</summary>
    public static int Status(this SaveResult result) => result switch
    {
        Saved => StatusCodes.Status200OK,
        NotSaved { Reason: NotSavedReason.TooManyRounds or NotSavedReason.Gone } => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status503ServiceUnavailable,
    };
}
