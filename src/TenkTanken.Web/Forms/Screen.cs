namespace TenkTanken.Web.Forms;

/// <summary>
/// What a page with a form shows: one form whatever it shows (<see cref="PostedForm{TScreen}"/>). A post leads from one screen to
/// the next, and each carries on what was filled in, so that the server keeps nothing in between.
/// </summary>
public abstract record Screen
{
    /// <summary>The status of the answer.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>Something can be ticked on it that going away and Back must not lose.</summary>
    public virtual bool IsTickedOn => false;
}
