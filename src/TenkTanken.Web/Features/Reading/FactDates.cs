using TenkTanken.Content;

namespace TenkTanken.Web.Features.Reading;

internal static class FactDates
{
    public static bool IsOverdue(this Fact fact, TimeProvider time) => fact.IsOverdue(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
}
